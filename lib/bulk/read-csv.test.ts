import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLines } from '#lib/csv.ts';
import { readCsv } from './read-csv.ts';

const read = (text: string) => readCsv(Buffer.from(text));

test('semicolons, quotes, empty lines and a byte order mark make no difference', () => {
  const table = { heads: ['First', 'Note'], rows: [['Lynn', 'says "hello; there"']], headless: false };
  expect(read('First,Note\nLynn,"says ""hello; there"""\n\n')).toEqual(table);
  expect(read('\uFEFFFirst;Note\r\nLynn;"says ""hello; there"""\r\n;\r\n')).toEqual(table);
  expect(read('sep=|\nFirst|Note\nLynn|"says ""hello; there"""')).toEqual(table);
  expect(readCsv(Buffer.from('\uFEFFFirst\tNote\nLynn\t"says ""hello; there"""', 'utf16le'))).toEqual(table);
});

test('a file of a spreadsheet on Windows keeps its letters', () => {
  expect(readCsv(Buffer.from('Name;City\nJosé Muñoz;Cañon City', 'latin1')).rows).toEqual([
    ['José Muñoz', 'Cañon City'],
  ]);
});

test('columns get names of their own; a row too long is kept whole, one too short is filled', () => {
  const { heads, rows } = read('Phone,Phone,\n1,2,3,4\n5');
  expect(heads).toEqual(['Phone', 'Phone (2)', 'Column 3']);
  expect(rows).toEqual([
    ['1', '2', '3', '4'],
    ['5', '', ''],
  ]);
});

test('a first line of values is a row', () => {
  expect(read('Lynn,lynn@example.com\nAda,ada@example.com')).toEqual({
    heads: ['Column 1', 'Column 2'],
    rows: [
      ['Lynn', 'lynn@example.com'],
      ['Ada', 'ada@example.com'],
    ],
    headless: true,
  });
});

test.each([
  [Buffer.from('PK\u0003\u0004…'), 'This is an Excel workbook'],
  [Buffer.from('%PDF-1.7'), 'This is a PDF.'],
  [Buffer.from('<!doctype html><p>Sign in'), 'This is a web page.'],
  [Buffer.from('[{"a": 1}]'), 'This is JSON.'],
  [Buffer.from('a,b\0c\n1,2'), 'This is no text.'],
  [Buffer.from(''), 'The file is empty.'],
  [Buffer.from('Name,Phone\n'), 'no row below them'],
  [Buffer.from('Name,Note\nAda,"never closed\nLynn,fine'), 'A quotation mark'],
  [Buffer.from('My leads of May\nName,Phone\nAda,1'), 'Remove what stands above'],
])('what is no CSV is named: %#', (bytes, words) => {
  expect(() => readCsv(bytes)).toThrow(words);
});

test('more rows than can be done at once are refused, with the number', () => {
  expect(() => read(`Note\n${'x\n'.repeat(10_001)}`)).toThrow('10,001 rows');
});

test('what this console wrote as CSV is read as it was', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((text) => /\S/.test(text) && !/[\0\r]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = csvLines([['First name', 'Last name'], ...rows]);
      expect(read(text).rows).toEqual(rows.map((row) => row.map((one) => one.toWellFormed())));
    }),
    { examples: [[[['＝1', "'quoted"]]]] },
  );
});
