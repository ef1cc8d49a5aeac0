#!/usr/bin/env python3
"""Lay carried figures beside their documents, for a person to judge.

usage: check_figures.py sample [--count 100] [--seed 1] [--shared ../shared]     figures of core metrics, at random
       check_figures.py jumps  [--count 40] [--shared ../shared]                 levels far off the others of their series

A figure is told with all its fields, below it the text around it. Core metrics are those of SHARED/gold/metrics.tsv. A level
is far off when it is more than three times, or less than a third of, the median of its series within three years.
"""
import argparse, collections, csv, pathlib, random, re, statistics

HERE = pathlib.Path(__file__).resolve().parent
BEFORE, AFTER = 130, 45
SCALES = (('万亿', 1e12), ('千亿', 1e11), ('亿', 1e8), ('千万', 1e7), ('百万', 1e6), ('万', 1e4), ('千', 1e3))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('what', choices=('sample', 'jumps'))
    arguments.add_argument('--count', type=int, default=None)
    arguments.add_argument('--seed', type=int, default=1)
    arguments.add_argument('--shared', type=pathlib.Path, default=HERE.parent.parent / 'shared')
    arguments = arguments.parse_args()

    with open(HERE / 'figures.csv', encoding='utf-8', newline='') as file:
        read = [figure for figure in csv.DictReader(file) if figure['start'] != figure['end']]
    if arguments.what == 'sample':
        keys = {line.split('\t')[0] for line in (arguments.shared / 'gold/metrics.tsv').read_text('utf-8').splitlines()}
        core = [figure for figure in read if figure['metric'] in keys]
        chosen = random.Random(arguments.seed).sample(core, arguments.count or 100)
        found = [(f'{number}', figure) for number, figure in enumerate(sorted(chosen, key=place), 1)]
    else:
        found = [(f'{ratio:.0f}×', figure) for ratio, figure in jumps(read)[:arguments.count or 40]]

    texts = {path.name: path for path in (arguments.shared / 'reports').glob('*/*')}
    for head, figure in found:
        text = texts[figure['doc']].read_text('utf-8')
        start, end = int(figure['start']), int(figure['end'])
        print(head, *(f'{key}={value}' for key, value in figure.items() if value and key not in ('paragraph', 'text')))
        around = f'{text[max(0, start - BEFORE):start]}⟦{text[start:end]}⟧{text[end:end + AFTER]}'
        print('   ', around.replace('\n', '⏎'), end='\n\n')


def place(figure):
    return figure['doc'], int(figure['start'])


def jumps(figures):
    """Levels far off the others of their series, with how many times, the farthest first."""
    series = collections.defaultdict(list)
    for figure in figures:
        if figure['measure'] == 'level' and figure['metric'] and re.fullmatch(r'\d{4}', figure['period']):
            value, unit = quantity(figure)
            if value > 0:
                series[figure['region_code'], figure['metric'], unit].append((int(figure['period']), value, figure))
    found = []
    for points in series.values():
        for year, value, figure in points:
            others = [other for near, other, of in points if abs(near - year) <= 3 and of is not figure]
            ratio = max(value / statistics.median(others), statistics.median(others) / value) if others else 1
            if ratio > 3:
                found.append((ratio, figure))
    return sorted(found, key=lambda jump: (-jump[0], place(jump[1])))


def quantity(figure):
    """The value without 万 or 亿 in its unit, and the unit; 0 for a proportion or a damaged number."""
    value = float(figure['value']) if figure['value'] and ':' not in figure['value'] else 0
    for scale, size in SCALES:
        if figure['unit'].startswith(scale):
            return value * size, figure['unit'].removeprefix(scale)
    return value, figure['unit']


if __name__ == '__main__':
    main()
