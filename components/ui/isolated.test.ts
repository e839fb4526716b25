import { expect, test } from 'vitest';
import { isolated, longestLine } from './isolated.ts';
import { isPlainText } from './text-pieces.ts';

test('a plain text stays as it is, one from right to left stands between isolates', () => {
  expect(isolated('José O’Neill (2nd), 12 €')).toBe('José O’Neill (2nd), 12 €');
  expect(isolated('דוד')).toBe('\u2068דוד\u2069');
});

test('no switch of direction gets out, whatever closes or opens in it', () => {
  expect(isolated('Quinn \u202egnp.exe')).toBe('\u2068Quinn U+202Egnp.exe\u2069');
  expect(isolated('\u2069\u202eback')).toBe('\u2068U+2069U+202Eback\u2069');
});

test('a text of megabytes is cut', () => {
  expect(isolated('Large '.repeat(350_000)).length).toBe(longestLine + 1);
});

test('a text with anything that cannot be seen, or that turns, is not plain', () => {
  for (const text of [
    'a\u200bb',
    'a\u202eb',
    'a\u2066b',
    'a\ufeffb',
    'a\u00adb',
    'a\u0000b',
    'ז',
    '\u061c',
    'ﷺ',
  ])
    expect(isPlainText(text), text).toBe(false);
  expect(isPlainText('')).toBe(true);
});
