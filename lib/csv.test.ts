import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvLines } from './csv.ts';

test.each([
  '=1+1',
  '=HYPERLINK("https://example.com","x")',
  '+1 555 0100',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u200B=1',
  '＝1+1',
  '﹢1',
  '−1+1',
  '|calc',
  '%0A=1',
  "'quoted'",
])('%j is made harmless', (text) => {
  expect(Papa.parse<string[]>(csvLines([[text]]), { newline: '\r\n' }).data[0]).toEqual([`'${text}`]);
});

test('numbers stay numbers, nothing is an empty cell, and names stay as they are', () => {
  expect(csvLines([['Ada', -5, 0, true, null, undefined, 'a,b', 'say "x"', 'two\nlines']])).toBe(
    'Ada,-5,0,true,,,"a,b","say ""x""","two\nlines"\r\n',
  );
  expect(csvLines([])).toBe('');
});

test('what no text file can hold is marked', () => {
  expect(csvLines([['a\0b', 'half \uD83C', 'whole 🌞']])).toBe('a\uFFFDb,half \uFFFD,whole 🌞\r\n');
});

test('whatever the cells, reading gives them back, and none begins with what a spreadsheet runs', () => {
  const risky = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '＝',
    '＋',
    '－',
    '＠',
    "'",
    ' ',
    '"',
    ',',
    ';',
  );
  const unit = fc.oneof(risky, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
  const cell = fc.array(unit).map((units) => units.join('').replaceAll('\0', ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
      const lines = csvLines([['a', 'b', 'c'], ...rows]);
      const read = Papa.parse<string[]>(lines, { newline: '\r\n' }).data.slice(1, -1);
      expect(read.map((row) => row.map((text) => text.replace(/^'/, '')))).toEqual(rows);
      for (const text of read.flat()) expect(text).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
    }),
    { numRuns: 300 },
  );
});
