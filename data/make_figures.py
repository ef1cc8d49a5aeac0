#!/usr/bin/env python3
"""Make figures.csv and sources.jsonl: what the program carries of the documents beside the repository.

usage: make_figures.py [--program target/release/xianzhi] [--shared ../shared] [--check]

Of the documents in SHARED/reports, `xianzhi extract` reads the figures: of the press conferences all are carried, of the
others those of the catalogue's metrics. SHARED/facts/county-core.tsv adds what is printed in sources that are not at hand.
The lines of sources.jsonl that tell of press conferences are made by hand and stay. With --check nothing is written, and
the command fails when a file differs from what it would write.
"""
import argparse, csv, hashlib, io, json, pathlib, re, subprocess, sys

HERE = pathlib.Path(__file__).resolve().parent
FOLDERS = ('press', 'annotated', 'henan', 'elsewhere')
# The region's name follows from its code.
LEFT_OUT = ('region',)
DIGITS = dict(zip('〇○零一二三四五六七八九', (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)))


def main():
    arguments = argparse.ArgumentParser(usage=__doc__.split('\n')[2])
    arguments.add_argument('--program', default=HERE.parent / 'target/release/xianzhi')
    arguments.add_argument('--shared', type=pathlib.Path, default=HERE.parent.parent / 'shared')
    arguments.add_argument('--check', action='store_true')
    arguments = arguments.parse_args()

    reports = arguments.shared / 'reports'
    printed_figures, printed_sources = printed(arguments.shared / 'facts/county-core.tsv')
    files = {'figures.csv': table(read_figures(arguments.program, reports) + printed_figures),
             'sources.jsonl': lines(by_hand() + documents(reports) + printed_sources)}
    stale = [name for name, text in files.items() if (HERE / name).read_text(encoding='utf-8') != text]
    if arguments.check:
        sys.exit(f'data/{", data/".join(stale)}: data/make_figures.py writes them otherwise' if stale else 0)
    for name in stale:
        (HERE / name).write_text(files[name], encoding='utf-8')


def read_figures(program, reports):
    """The figures that the program reads out of the documents, in the order of their names; numbers stay as written."""
    command = [program, 'extract', *(reports / folder for folder in FOLDERS), '--format', 'jsonl']
    read = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()
    figures = [json.loads(line, parse_float=str, parse_int=str) for line in read.splitlines()]
    press = {path.name for path in (reports / 'press').iterdir()}
    # A stable sort: within a document the figures keep the order of the text.
    return sorted((f for f in figures if f['metric'] or f['doc'] in press), key=lambda f: f['doc'])


def table(figures):
    """Figures as CSV, a column for each field of the interchange form; lists with blanks between their words."""
    out = io.StringIO()
    keys = [key for key in figures[0] if key not in LEFT_OUT]
    writer = csv.DictWriter(out, keys, lineterminator='\n', extrasaction='ignore')
    writer.writeheader()
    for figure in figures:
        writer.writerow({key: ' '.join(value) if isinstance(value, list) else value for key, value in figure.items()})
    return out.getvalue()


def lines(objects):
    return ''.join(json.dumps(o, ensure_ascii=False, separators=(',', ':')) + '\n' for o in objects)


def by_hand():
    """The sources that are made by hand: those of .txt files."""
    sources = map(json.loads, (HERE / 'sources.jsonl').read_text(encoding='utf-8').splitlines())
    return [source for source in sources if source['id'].endswith('.txt')]


def documents(reports):
    """The government work reports, told by SOURCES.tsv and their first lines."""
    with open(reports / 'SOURCES.tsv', encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))
    return sorted((document(reports, row) for row in rows), key=lambda source: source['id'])


def document(reports, row):
    path = reports / row['file']
    content = path.read_bytes()
    head = content.decode()[:800]
    # The title knows better than the folder that the copy was found in.
    place = re.search(r'^title: (?:\d{4}年)?(\w*?[省市州区])(?:\d{4}年)?政府工作报告', head, re.M)
    place = place[1] if place and len(place[1]) > 1 else row['place']
    source = {'id': path.name, 'title': f'{place}{row["year_given"]}年政府工作报告', 'publisher': f'{place}人民政府',
              'date': date(head, row['year_given']), 'hash': hashlib.sha256(content).hexdigest()}
    front = re.search(r'^source: (\S+)', head, re.M)
    if front:
        source['url'] = front[1]
    elif row['path']:
        source['url'] = f'https://github.com/{row["repository"]}/blob/{row["commit"][:12]}/{row["path"]}'
    return source


def date(head, year):
    """The first day of the year that the head tells, in Arabic or Chinese numerals; else the year."""
    for told in re.finditer(r'(\d{4}|[〇○零一二三四五六七八九]{4})年(\d+|[一二十]+)月(\d+|[一二三四五六七八九十]+)日', head):
        numbers = [number(part) for part in told.groups()]
        if str(numbers[0]) == year:
            return '{:04}-{:02}-{:02}'.format(*numbers)
    return year


def number(text):
    """1998, 一九九八, 十二 or 二十六 as a number."""
    if text.isdecimal():
        return int(text)
    if '十' in text:
        tens, ones = text.split('十')
        return 10 * DIGITS.get(tens, 1) + DIGITS.get(ones, 0)
    return int(''.join(str(DIGITS[digit]) for digit in text))


def printed(path):
    """Figures and sources of a table of printed figures; value and growth are a figure each."""
    names = {row['key']: row['zh'] for row in catalogue()}
    figures, sources = [], {}
    with open(path, encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))
    for row in rows:
        title, _, definition = row['source_title'].rstrip('〕').partition('〔')
        metric, name, keeps = defined(row['metric'], definition, names)
        title += f'〔{definition}〕' if keeps else ''
        url = row['url'] if row['url'].startswith('http') else ''
        source = {'id': title, 'title': title, 'publisher': row['publisher'], 'date': row['source_date'], 'hash': ''}
        sources[title] = source | ({'url': url} if url else {})
        told = [('level', row['value'], row['unit'], None), ('growth', row['growth_pct'], '%', 'yoy')]
        for measure, value, unit, base in told:
            if value:
                figures.append({
                    'doc': title, 'start': 0, 'end': 0, 'paragraph': 0, 'region_code': row['region_code'], 'metric': metric,
                    'name': name, 'measure': measure, 'value': value, 'unit': unit, 'bound': '=', 'period': row['year'],
                    'status': row['status'], 'base': base})
    figures.sort(key=lambda figure: figure['doc'])
    return figures, sorted(sources.values(), key=lambda source: source['id'])


def defined(metric, definition, names):
    """Key and name under a definition that a title tells in brackets, and whether the title keeps it."""
    if definition == '规模以上':
        return metric, names[metric], False  # that is how the metric is defined anyway
    if definition == '全部工业':
        return 'industrial_va_all', names['industrial_va_all'], False
    if definition == '农民人均纯收入':
        return metric, definition, False
    if '含' in definition:
        # With or without a zone it is another quantity, which would break the series.
        return None, f'{names[metric]}({definition.removeprefix("规模以上,")})', False
    return metric, names[metric], bool(definition)


def catalogue():
    rows = (HERE / 'metrics.tsv').read_text(encoding='utf-8').splitlines()
    return csv.DictReader((row for row in rows if not row.startswith('#')), delimiter='\t', quoting=csv.QUOTE_NONE)


if __name__ == '__main__':
    main()
