//! The search over the whole table of regions and the catalogue, alone and beside many metrics of
//! other names: a hundred thousand under `cargo bench`, few under `cargo test`.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use std::sync::{Arc, LazyLock};

use divan::Bencher;
use xianzhi::{
    index::{Atlas, AtlasBuilder},
    model::{Catalogue, Figure, Gazetteer},
    query::{Scope, Search},
};

/// What a user types: Chinese, syllables, initials, English, a code, a region with a metric and without
/// a blank between them, letters with others between, and what nothing is called.
const TYPED: [&str; 11] = [
    "财政", "caizheng", "ybggys", "budget", "changyuan", "410728", "长垣 财政", "gdp hongqi", "红旗区gdp",
    "ybgonggongys", "qwertz",
];

/// What stands on the line after each key.
fn keystrokes() -> impl Iterator<Item = String> {
    let mut lines: Vec<String> = TYPED
        .iter()
        .flat_map(|text| text.char_indices().map(|(at, key)| text[..at + key.len_utf8()].trim_end().to_owned()))
        .collect();
    lines.sort();
    lines.dedup();
    lines.into_iter()
}

/// Words of which names like those of reports are made: who, what, and what is counted.
const WHO: &str = "城乡 农村 规模以上 民营 外资 国有 高新技术 专精特新 限额以上 省级 市级 县级 乡镇 社区 园区 开发区 集体 \
                   小微 龙头 重点 新增 累计 在建 竣工 改造 绿色 数字 特色 优质 现代";
const WHAT: &str = "工业 农业 林业 牧业 渔业 建筑 房地产 批发 零售 餐饮 住宿 物流 快递 旅游 文化 体育 教育 医疗 养老 托育 \
                    就业 社保 住房 供水 供电 供气 污水 垃圾 公路 铁路 桥梁 水库 灌溉 耕地 林地 草原 粮食 油料 蔬菜 水果 茶叶 \
                    生猪 家禽 水产 煤炭 钢铁 水泥 化工 纺织 食品 医药 电子 汽车 装备 软件 通信 专利 科研 贷款 保险";
const COUNTED: &str = "企业数量 项目个数 投资总额 营业收入 增加值 利润总额 从业人员 建筑面积 产量 产值 用地面积 覆盖率 达标率 \
                       普及率 床位数 学校数 参保人数 资助人次 补助资金 设备台数 里程 示范基地 合作社 品牌 交易额 库存 \
                       价格指数 用电量 排放量 节约量 新建数 改扩建数 受益户数 培训人次 签约金额 到位资金 出口额 进口额 \
                       税款 费用 周转量 吞吐量 存栏数 出栏数 播种面积 单产 总产 储备量 处理能力 装机容量 服务点 网点 \
                       志愿者 执法检查 结案率 满意度";

fn atlas(others: usize) -> Atlas {
    let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
    let [who, what, counted] = [WHO, WHAT, COUNTED].map(|words| words.split_whitespace().collect::<Vec<_>>());
    for number in 0..others {
        let who = who[number % who.len()];
        let (number, what) = (number / 30, what[number / 30 % what.len()]);
        let name = format!("{who}{what}{}", counted[number / 60 % counted.len()]);
        let line = format!(
            r#"{{"doc":"a","region":"长垣市","region_code":410783,"name":"{name}","measure":"level","value":1,"unit":"个"}}"#
        );
        builder.push(&serde_json::from_str::<Figure>(&line).unwrap());
    }
    builder.build()
}

fn many() -> usize {
    if std::env::args().any(|argument| argument == "--bench") { 100_000 } else { 100 }
}

static COUNTRY: LazyLock<(Atlas, Search)> = LazyLock::new(|| searched(0));
static MANY: LazyLock<(Atlas, Search)> = LazyLock::new(|| searched(many()));

fn searched(others: usize) -> (Atlas, Search) {
    let atlas = atlas(others);
    let search = Search::over(&atlas);
    (atlas, search)
}

fn main() {
    LazyLock::force(&COUNTRY);
    LazyLock::force(&MANY);
    divan::main();
}

#[divan::bench]
fn over_the_country(bencher: Bencher) {
    let atlas = atlas(0);
    bencher.bench(|| Search::over(&atlas));
}

#[divan::bench(sample_count = 5)]
fn over_many(bencher: Bencher) {
    let atlas = atlas(many());
    bencher.bench(|| Search::over(&atlas));
}

#[divan::bench(args = TYPED)]
fn find_in_the_country(bencher: Bencher, typed: &str) {
    let (atlas, search) = &*COUNTRY;
    bencher.bench(|| search.find(atlas, Scope::All, typed, 100));
}

#[divan::bench(args = keystrokes())]
fn find_among_many(bencher: Bencher, typed: &str) {
    let (atlas, search) = &*MANY;
    bencher.bench(|| search.find(atlas, Scope::All, typed, 100));
}
