import { expect, test } from 'vitest';
import { textPieces } from './text-pieces.ts';

const shown = (text: string) =>
  textPieces(text)
    .map((piece) => (piece.hidden ? `<${piece.text}>` : piece.text))
    .join('');

test('characters that cannot be seen get a name, all others stay', () => {
  expect(shown('Jane\u200bDoe')).toBe('Jane<U+200B>Doe');
  expect(shown('\u202Etxt.exe')).toBe('<U+202E>txt.exe');
  expect(shown('a\u0000b')).toBe('a<U+0000>b');
  expect(shown('José Þór Ægir, ז׳אן, 山田\nline\ttab')).toBe('José Þór Ægir, ז׳אן, 山田\nline\ttab');
  expect(shown('')).toBe('');
});

test('a picture of several parts stays whole, a joiner elsewhere shows', () => {
  expect(shown('👩‍👩‍👧 and 👩🏽‍🔧')).toBe('👩‍👩‍👧 and 👩🏽‍🔧');
  expect(shown('a\u200db')).toBe('a<U+200D>b');
});

test('a text of nothing but such characters does not become thousands of marks', () => {
  const pieces = textPieces('\u200b'.repeat(100_000));
  expect(pieces.length).toBeLessThan(500);
});
