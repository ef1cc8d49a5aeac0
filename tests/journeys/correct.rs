//! Corrections: a reading is accepted, changed, rejected, added, annotated, and each taken back.

use std::sync::Arc;

use insta::assert_snapshot;
use xianzhi::{
    index::AtlasBuilder,
    ledger::{Corrections, Reading},
    model::{
        Catalogue, Figure, Gazetteer, Language,
        correction::{Act, Deed},
    },
    query::Search,
    tui::{App, Colour, Command, News, Opened, Options, Read},
};

use crate::world::{opened, screen, with_text};

/// The world outside, with the acts that it has saved.
struct Outside {
    app: App,
    /// What is opened, without corrections.
    world: fn() -> Opened,
    acts: Vec<Act>,
}

impl Outside {
    fn new(world: fn() -> Opened, lang: Language, (width, height): (u16, u16)) -> Self {
        let options = Options { lang, colour: Colour::None, ..Options::default() };
        Self { app: App::new(world(), options, width, height), world, acts: Vec::new() }
    }

    fn zh() -> Self {
        Self::new(|| opened(true), Language::Zh, (120, 36))
    }

    /// Presses keys; what is asked to be saved is saved and read again.
    fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            for command in self.app.ask(key) {
                if let Command::Correct { deed, note } = command {
                    self.save(*deed, note);
                }
            }
        }
        self
    }

    fn save(&mut self, deed: Deed, note: String) {
        let id = format!("act-{}", self.acts.len() + 1);
        let at = "2026-11-22T09:15:00+08:00".to_owned();
        let act = Act { id, at, who: "王敏".to_owned(), deed, note };
        self.acts.push(act.clone());
        self.app.hear(News::Corrected(Ok(Box::new(act))));
        self.read_again();
    }

    fn read_again(&mut self) {
        let opened = corrected((self.world)(), self.acts.clone());
        let search = Search::over(&opened.atlas);
        self.app.hear(News::Read(Box::new(Read { opened, search, read: 1, gone: 0, stopped: None })));
    }

    fn screen(&self) -> String {
        screen(&self.app)
    }

    /// The bottom line.
    fn told(&self) -> String {
        self.screen().lines().last().unwrap_or_default().trim().to_owned()
    }
}

/// The same with acts put to it, as it is loaded.
fn corrected(opened: Opened, acts: Vec<Act>) -> Opened {
    let mut corrections = Corrections::of(acts);
    let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
    for (source, number) in opened.atlas.sources().iter().zip(0..) {
        builder.source(source.clone());
        let ids = opened.atlas.source_figures(xianzhi::index::SourceId(number));
        let figures: Vec<Figure> = ids.map(|id| opened.atlas.figure(id).to_figure()).collect();
        let document = opened.documents.iter().find(|document| document.source.id == source.id);
        let text = document.map(|document| document.text.as_str());
        let figures = corrections.apply(Reading { source, text }, figures);
        for figure in &figures {
            builder.push(figure);
        }
    }
    for figure in corrections.finish() {
        builder.push(&figure);
    }
    Opened { atlas: Arc::new(builder.build()), corrections: corrections.entries(), ..opened }
}

#[test]
fn a_value_is_changed_in_the_form_and_the_screen_shows_it_once_it_is_saved() {
    let mut outside = Outside::zh();
    outside.press("Enter l d c");
    assert_snapshot!(outside.screen());
    outside.press("C-u 521.5 Down Down Down Down Down Down Down 原件为521.5");
    let text = outside.screen();
    assert!(text.contains("原为 520.5") && text.contains("* 已改 2"), "{text}");
    outside.press("Enter");
    let text = outside.screen();
    assert!(text.contains("521.5亿元✎") && !text.contains("520.5亿元?"), "{text}");
    for told in ["✎ 订正 2026-11-22 王敏：数", "值 520.5→521.5 · 原件为"] {
        assert!(text.contains(told), "who, when, what and why:\n{text}");
    }
    assert_eq!(outside.told(), "已保存 订正 长垣市 地区生产总值");
    outside.press("d u");
    let text = outside.screen();
    assert!(!text.contains("✎") && text.contains("520.5亿元"), "undone:\n{text}");
}

#[test]
fn it_says_saved_only_once_it_is_and_keeps_what_was_typed_when_it_is_not() {
    let mut outside = Outside::zh();
    let asked = outside.app.ask("Enter l d c C-u 521.5 Enter");
    assert!(matches!(&asked[..], [Command::Correct { .. }]), "{asked:?}");
    let text = outside.screen();
    assert!(text.contains("正在保存") && !text.contains("已保存"), "{text}");
    assert_eq!(outside.app.ask("9 Enter Esc"), [], "nothing can be done with it meanwhile");
    assert!(outside.screen().contains("正在保存"), "{}", outside.screen());
    outside.app.hear(News::Corrected(Err("corrections.jsonl cannot be written; name another place".to_owned())));
    let text = outside.screen();
    assert!(text.contains("corrections.jsonl cannot be written") && text.contains("521.5"), "{text}");
    assert!(!text.contains("521.59") && !text.contains("已保存"), "{text}");
    outside.press("Enter");
    assert_eq!(outside.told(), "已保存 订正 长垣市 地区生产总值");
    assert!(outside.screen().contains("521.5亿元✎"), "{}", outside.screen());
    outside.press("!");
    assert!(outside.screen().contains("name another place"), "the failure is kept among the notices");
}

#[test]
fn errors_are_told_at_the_field_while_it_is_typed() {
    let mut outside = Outside::zh();
    outside.press("Enter l d c C-u 五百");
    assert!(outside.screen().contains("! 不是数"), "{}", outside.screen());
    assert_eq!(outside.app.ask("Enter"), [], "nothing wrong is saved");
    assert_eq!(outside.told(), "有字段不对，未保存");
    outside.press("C-u 5 Up Up Up C-u 没有这里");
    assert!(outside.screen().contains("! 没有这个地区"), "{}", outside.screen());
    outside.press("C-u 鼓楼区");
    assert!(outside.screen().contains("个地区同名"), "{}", outside.screen());
    outside.press("C-u Down Down Down Down Down Down 去年");
    assert!(outside.screen().contains("! 不成时期"), "{}", outside.screen());
}

#[test]
fn names_are_completed_as_the_search_finds_them() {
    let mut outside = Outside::zh();
    outside.press("Enter l d c Up Up C-u ybggys");
    assert!(outside.screen().contains("▸一般公共预算收入"), "{}", outside.screen());
    outside.press("Tab");
    assert!(outside.screen().contains("一般公共预算收入") && !outside.screen().contains("ybggys"));
    outside.press("Up C-u hqq");
    assert!(outside.screen().contains("▸红旗区"), "{}", outside.screen());
    outside.press("Tab Enter");
    let text = outside.screen();
    assert!(text.contains("指标 · 红旗区") && text.contains("┬ 一般公共预算收入"), "the cursor goes along:\n{text}");
    assert!(text.contains("520.5亿元✎"), "{text}");
}

#[test]
fn one_of_several_is_chosen_by_arrows_or_its_first_letter() {
    let mut outside = Outside::zh();
    outside.press("Enter l d c Down Down Right Right");
    assert!(outside.screen().contains("◂ ≥ 不低于 ▸"), "{}", outside.screen());
    outside.press("Left Left Left ~");
    assert!(outside.screen().contains("◂ ~ 约 ▸"), "{}", outside.screen());
    outside.press("Down Down t");
    assert!(outside.screen().contains("◂ 目标 ▸"), "{}", outside.screen());
    outside.press("预");
    assert!(outside.screen().contains("◂ 预计 ▸"), "{}", outside.screen());
}

#[test]
fn a_form_in_which_something_is_typed_is_not_lost_by_one_key() {
    let mut outside = Outside::zh();
    outside.press("Enter l d c Esc");
    assert!(!outside.screen().contains("原件"), "an untouched one closes at once");
    for key in ["Esc", "C-c", "C-g"] {
        outside.press("d c 9");
        assert!(outside.app.press(key), "{key}");
        assert!(outside.screen().contains("有改动没有保存"), "{key}:\n{}", outside.screen());
        outside.press("Down");
        assert!(!outside.screen().contains("有改动没有保存"), "whoever goes on stays");
        outside.press("Esc Esc");
        assert!(outside.screen().contains("指标 · 长垣市") && !outside.screen().contains("订正 ·"), "{key}");
    }
}

#[test]
fn accepting_takes_the_doubt_away() {
    let world = || {
        let says = "410783 地区生产总值 2024 level 5.5亿元 doubt:far_apart\n410783 粮食产量 2024 level 8万吨";
        with_text(says, "地区生产总值5.5亿元，粮食8万吨。")
    };
    let mut outside = Outside::new(world, Language::Zh, (120, 36));
    outside.press("Enter l");
    assert!(outside.screen().contains("5.5亿元?"), "{}", outside.screen());
    outside.press("d a");
    let text = outside.screen();
    assert!(text.contains("5.5亿元✓") && !text.contains("5.5亿元?"), "{text}");
    assert!(text.contains("✓ 核准 2026-11-22 王敏") && !text.contains("相距较远"), "{text}");
    assert_eq!(outside.told(), "已保存 核准 长垣市 地区生产总值");
    outside.press("R");
    assert!(outside.screen().contains("地区生产总值5.5亿元✓，"), "{}", outside.screen());
}

#[test]
fn what_is_rejected_is_gone_and_comes_back_from_the_list() {
    let mut outside = Outside::zh();
    outside.press("Enter l d x");
    assert!(outside.screen().contains("剔除 · 长垣市 地区生产总值"), "{}", outside.screen());
    outside.press("重复 Enter");
    let text = outside.screen();
    assert!(!text.contains("520.5亿元 "), "{text}");
    outside.press("d l");
    assert_snapshot!(outside.screen());
    outside.press("u Esc");
    assert!(outside.screen().contains("520.5亿元"), "{}", outside.screen());
    outside.press("d l");
    assert!(outside.screen().contains("已撤销"), "{}", outside.screen());
}

#[test]
fn what_was_set_aside_is_listed_with_the_reason_and_can_be_undone() {
    // The report that the correction was made for told another number.
    let before = || with_text("410783 地区生产总值 2024 level 5.5亿元", "地区生产总值5.5亿元。");
    let after = || with_text("410783 粮食产量 2024 level 8万吨", "粮食产量8万吨。");
    let mut outside = Outside::new(before, Language::Zh, (120, 30));
    outside.press("Enter l d a");
    outside.world = after;
    outside.read_again();
    outside.press("d l");
    let text = outside.screen();
    assert!(text.contains("搁置") && text.contains("the document has changed and"), "{text}");
    outside.press("Enter");
    assert_eq!(outside.told(), "这个数据不在已打开的数据里");
    outside.press("u");
    assert!(outside.screen().contains("已撤销"), "{}", outside.screen());
    outside.press("j u");
    assert_eq!(outside.told(), "这个数据没有可撤销的订正", "what is undone is not undone again");
    outside.press("k u");
    assert!(outside.screen().contains("搁置"), "the undoing can be undone:\n{}", outside.screen());
}

#[test]
fn fields_are_chosen_with_the_mouse() {
    let mut outside = Outside::zh();
    outside.press("Enter l d c");
    let text = outside.screen();
    let row = text.lines().position(|line| line.contains(" 时期 ")).unwrap() as u16;
    outside.app.click(40, row);
    assert!(outside.screen().contains("▸  时期"), "{}", outside.screen());
    outside.press("9");
    outside.app.click(1, 1);
    assert!(outside.screen().contains("有改动没有保存"), "a press beside the form does not lose it");
}

#[test]
fn what_is_read_again_meanwhile_leaves_the_form_as_it_is() {
    let mut outside = Outside::zh();
    outside.press("Enter l d c C-u 521.5");
    outside.read_again();
    assert!(outside.screen().contains("521.5 ") && outside.screen().contains("原为 520.5"), "{}", outside.screen());
    outside.press("Enter");
    assert!(outside.screen().contains("521.5亿元✎"), "{}", outside.screen());
}

#[test]
fn what_is_typed_is_said_of_the_text_that_was_open_even_if_it_changed_since() {
    let before = || with_text("410783 地区生产总值 2024 level 5.5亿元", "地区生产总值5.5亿元。");
    let after = || with_text("410783 地区生产总值 2024 level 5.5亿元", "又插了一句。地区生产总值5.5亿元。");
    let mut outside = Outside::new(before, Language::Zh, (120, 30));
    outside.press("Enter l d c C-u 5.6");
    let opened = (outside.world)().atlas.sources()[0].hash.clone();
    outside.world = after;
    outside.read_again();
    outside.press("Enter");
    let anchor = outside.acts.last().and_then(|act| act.deed.anchor()).unwrap();
    assert_eq!((anchor.figure.start, anchor.before.as_str()), (6, "地区生产总值"));
    assert_eq!(anchor.hash, opened);
}

#[test]
fn the_chosen_act_stays_chosen_when_it_is_undone() {
    let mut outside = Outside::zh();
    outside.press("Enter l d a j d a j d a d l j u u");
    assert_eq!(outside.told(), "这个数据没有可撤销的订正", "the second time it is undone already");
    assert_eq!(outside.acts.len(), 4);
}

#[test]
fn a_pasted_note_is_one_line_of_all_of_it() {
    let mut outside = Outside::zh();
    outside.press("Enter l d n");
    outside.press("年鉴\n另有一数");
    outside.press("Enter");
    assert_eq!(outside.acts[0].note, "年鉴 另有一数");
}

#[test]
fn nothing_is_corrected_where_corrections_are_left_out() {
    let options = Options { lang: Language::En, as_read: true, ..Options::default() };
    let mut app = App::new(opened(true), options, 120, 36);
    for keys in ["Enter l d a", "d c", "d x", "d n", "d u", "d l", "6 Enter d +"] {
        assert!(keys.split(' ').all(|key| app.ask(key).is_empty()), "{keys}");
        assert!(screen(&app).contains("Started with --as-read"), "{keys}:\n{}", screen(&app));
    }
}

#[test]
fn a_note_changes_nothing_and_is_seen() {
    let mut outside = Outside::zh();
    outside.press("Enter l d n Enter");
    assert_eq!(outside.told(), "没有改动可保存");
    assert!(outside.screen().contains("数据本身不变"), "{}", outside.screen());
    outside.press("与年鉴一致 Enter");
    let text = outside.screen();
    assert!(text.contains("· 备注 2026-11-22 王敏：与") && text.contains("年鉴一致"), "{text}");
}

#[test]
fn a_number_that_was_not_read_is_picked_in_the_text_and_added() {
    let world = || {
        let says = "410783 地区生产总值 2024 level 520.5亿元";
        with_text(says, "2024年，地区生产总值520.5亿元，粮食产量33.5万吨，新建公园12个，占地3,100亩。")
    };
    let mut outside = Outside::new(world, Language::Zh, (120, 30));
    outside.press("d +");
    assert_eq!(outside.told(), "这个动作仅用于： 阅读", "there is no text to pick from");
    outside.press("6 Enter d +");
    let text = outside.screen();
    assert!(text.contains("未读出的数 1/3"), "a year is no number to add:\n{text}");
    assert_snapshot!(text);
    outside.press("n N n n N Enter");
    let text = outside.screen();
    assert!(text.contains("添加 · 12个"), "{text}");
    assert_eq!(outside.app.ask("Enter"), [], "what it tells has to be said");
    assert!(outside.screen().contains("! 缺指标名"), "{}", outside.screen());
    outside.press("新建公园 Down 数 Enter");
    let text = outside.screen();
    assert!(text.contains(" 2/2 ") && text.contains("新建公园") && text.contains("文中未说明"), "{text}");
    assert!(text.contains("✎ 添加 2026-11-22 王敏"), "{text}");
    let Deed::Add(anchor) = &outside.acts[0].deed else { panic!("{:?}", outside.acts) };
    assert_eq!((anchor.figure.period, anchor.figure.paragraph), (None, 1), "no time is guessed");
    assert!(anchor.before.ends_with("新建公园") && anchor.after.starts_with('，'), "{anchor:?}");
}

#[test]
fn what_is_rejected_is_struck_where_it_stands_and_brought_back_there() {
    let world = || {
        let says = "410783 地区生产总值 2024 level 520.5亿元\n410783 粮食产量 2024 level 33.5万吨";
        with_text(says, "2024年，地区生产总值520.5亿元，粮食产量33.5万吨，新建公园12个。")
    };
    let mut outside = Outside::new(world, Language::Zh, (120, 30));
    outside.press("6 Enter d x 重复 Enter");
    let text = outside.screen();
    assert!(text.contains("520.5亿元×，粮食产量33.5万吨，"), "{text}");
    outside.press("d + N");
    assert_snapshot!(outside.screen());
    assert!(outside.screen().contains("× 剔除 2026-11-22 王敏：重复"), "{}", outside.screen());
    outside.press("n u");
    assert_eq!(outside.told(), "这个数据没有可撤销的订正", "twelve parks were not rejected");
    outside.press("N u");
    let text = outside.screen();
    assert!(text.contains("520.5亿元，粮食产量33.5万吨，"), "{text}");
    assert_eq!(outside.acts.len(), 2);
    // It can also be picked with the mouse.
    outside.press("N d x 又 Enter");
    let text = outside.screen();
    let (row, line) = text.lines().enumerate().find(|(_, line)| line.contains("520.5亿元×")).unwrap();
    let before = line.split("520.5").next().unwrap();
    outside.app.click(unicode_width::UnicodeWidthStr::width(before) as u16, row as u16);
    outside.press("u");
    assert!(outside.screen().contains("520.5亿元，"), "{}", outside.screen());
}

#[test]
fn figures_without_a_document_are_corrected_too() {
    let mut outside = Outside::new(|| opened(false), Language::Zh, (120, 36));
    outside.press("Enter l d c C-u 521.5 Enter");
    assert!(outside.screen().contains("521.5亿元✎"), "{}", outside.screen());
    outside.press("d u d a");
    assert!(outside.screen().contains("520.5亿元✓"), "{}", outside.screen());
    outside.press("R d +");
    assert_eq!(outside.told(), "手头没有原文，无从添加");
}

#[test]
fn wherever_a_figure_is_chosen_it_can_be_corrected() {
    for keys in ["Enter", "6 Enter", "3", "4", "5", "c"] {
        let mut outside = Outside::zh();
        outside.press("Space k Space j").press(keys).press("d c");
        assert!(outside.screen().contains("订正 · "), "{keys}:\n{}", outside.screen());
        outside.press("Esc d a");
        assert_eq!(outside.acts.len(), 1, "{keys}:\n{}", outside.screen());
    }
}

#[test]
fn on_small_screens_and_in_english_it_says_the_same() {
    for (lang, size) in [(Language::Zh, (80, 24)), (Language::En, (80, 24)), (Language::En, (120, 36))] {
        let mut outside = Outside::new(|| opened(true), lang, size);
        outside.press("Enter l d c C-u 521.5 Down Down Down Down Right");
        assert_snapshot!(format!("form_{lang:?}_{}", size.0), outside.screen());
    }
    // However small, nothing fails.
    for size in [(40, 12), (20, 8), (8, 4), (1, 1)] {
        let mut outside = Outside::new(|| opened(true), Language::Zh, size);
        outside.press("Enter l d c C-u 1 Down Down Esc Esc d l Esc d n Esc");
    }
}

#[test]
fn on_the_name_of_a_category_no_figure_is_chosen() {
    let mut outside = Outside::zh();
    outside.press("G Enter j");
    assert!(outside.screen().contains("没有选中的数据"), "{}", outside.screen());
    for keys in ["d x", "d a", "d c", "d n", "R"] {
        outside.press(keys);
        assert_eq!(outside.told(), "没有选中的数据", "{keys}");
    }
    assert!(outside.acts.is_empty(), "nothing is saved: {:?}", outside.acts);
    outside.press("y y");
    assert!(!outside.told().contains("520.5"), "{}", outside.told());
    outside.press("Enter Enter");
    assert!(outside.screen().contains("│▾ 财政"), "Enter folds it and unfolds it:\n{}", outside.screen());
    outside.press("j d a");
    assert_eq!(outside.acts.len(), 1, "on a metric its figure is chosen");
}
