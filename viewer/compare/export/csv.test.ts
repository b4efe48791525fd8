import { dsvFormat } from 'd3';
import { expect, test } from 'vitest';
import { csvFormats, csvText } from './csv.ts';

const rows = [
  ['navn', 'verdi'],
  ['Hun sa «hei»; "to", tre\nfire', -1234.5],
  ['æøå', NaN],
  ['', undefined],
  ['tid', 0.1 + 0.2],
];

test('what is written can be read back cell by cell, in the format of either language', () => {
  for (const language of ['nb', 'en'] as const) {
    const { separator, decimal } = csvFormats[language];
    const text = csvText(rows, csvFormats[language]);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(dsvFormat(separator).parseRows(text.slice(1))).toEqual([
      ['navn', 'verdi'],
      ['Hun sa «hei»; "to", tre\nfire', `-1234${decimal}5`],
      ['æøå', ''],
      ['', ''],
      ['tid', `0${decimal}3`],
    ]);
  }
});

test('lines end as RFC 4180 has it, and only what needs quotes has them', () => {
  expect(
    csvText(
      [
        ['a', 1],
        ['b,c', 2.5],
      ],
      csvFormats.en,
    ),
  ).toBe('\uFEFFa,1\r\n"b,c",2.5\r\n');
  expect(csvText([['b,c', 2.5]], csvFormats.nb)).toBe('\uFEFFb,c;2,5\r\n');
});

test('no name is taken for a formula', () => {
  expect(csvText([['=SUM(A1)', '@x', 'a=b']], csvFormats.en)).toBe("\uFEFF'=SUM(A1),'@x,a=b\r\n");
});

test('no white space at its beginning hides a formula', () => {
  for (const start of ['\t', '\r', '\n', '\r\n', ' ', '\u00a0', ' \t ']) {
    for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)']) {
      const text = csvText([[start + formula]], csvFormats.nb);
      expect(dsvFormat(';').parseRows(text.slice(1)), JSON.stringify(start + formula)).toEqual([
        [`'${start}${formula}`],
      ]);
    }
  }
  for (const start of ['\t', '\r', '\n']) {
    expect(csvText([[`${start}x`]], csvFormats.nb).replaceAll('"', '')).toBe(`\uFEFF'${start}x\r\n`);
  }
  expect(csvText([[' a-b', 'a\tb']], csvFormats.nb)).toBe('\uFEFF a-b;a\tb\r\n');
});
