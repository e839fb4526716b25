import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrayItems } from './crm/array-items.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { parseJson } from './parse-json.ts';
import { isStrange, type JsonScan, scanJson } from './scan-json.ts';

/** A value as it is written: texts and numbers in any valid way, objects with keys that may come twice. */
type Written =
  | { kind: 'leaf'; text: string }
  | { kind: 'number'; text: string }
  | { kind: 'list'; items: Written[] }
  | { kind: 'object'; members: { key: string; value: Written }[] };

const gap = fc.constantFrom('', ' ', '\n\t ');
const quoted = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => JSON.stringify(text)),
  fc.constantFrom('""', '"\\\\"', '"a\\"b"', '"[{,:"', '"\\u0061"', '"a"', '"\\\\\\""', '"12"'),
);
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.bigInt().map(String),
  fc.constantFrom('-0', '1.0', '1e400', '1E+5', '0.10', '1e-400', '12345678901234567890', '0', '-7'),
);
const { value: written } = fc.letrec<{ value: Written }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .oneof(quoted, fc.constantFrom('true', 'false', 'null'))
      .map((text): Written => ({ kind: 'leaf', text })),
    number.map((text): Written => ({ kind: 'number', text })),
    fc.array(tie('value'), { maxLength: 4 }).map((items): Written => ({ kind: 'list', items })),
    fc
      .array(fc.record({ key: quoted, value: tie('value') }), { maxLength: 5 })
      .map((members): Written => ({ kind: 'object', members })),
  ),
}));

function print(value: Written, space: string): string {
  if (value.kind === 'list')
    return `[${space}${value.items.map((item) => print(item, space)).join(`${space},`)}]`;
  if (value.kind === 'object') {
    const members = value.members.map(
      (member) => `${space}${member.key}${space}:${space}${print(member.value, space)}`,
    );
    return `{${members.join(`${space},`)}${space}}`;
  }
  return value.text;
}

/** The slow and obvious way. */
function model(value: Written): JsonScan {
  if (value.kind === 'leaf') return { depth: 0, keys: 0, exactNumbers: true, strangeNumber: false };
  if (value.kind === 'number') {
    const exactNumbers = JSON.stringify(Number(value.text)) === value.text;
    return { depth: 0, keys: 0, exactNumbers, strangeNumber: isStrange(value.text) };
  }
  const inner = inside(value).map(model);
  const own = value.kind === 'object' ? value.members.length : 0;
  return {
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
    keys: inner.reduce((sum, { keys }) => sum + keys, own),
    exactNumbers: inner.every(({ exactNumbers }) => exactNumbers),
    strangeNumber: inner.some(({ strangeNumber }) => strangeNumber),
  };
}

function inside(value: Written): Written[] {
  if (value.kind === 'list') return value.items;
  return value.kind === 'object' ? value.members.map((member) => member.value) : [];
}

function hasKeyTwice(value: Written): boolean {
  const keys = value.kind === 'object' ? value.members.map((member): string => JSON.parse(member.key)) : [];
  return new Set(keys).size < keys.length || inside(value).some(hasKeyTwice);
}

/**
 * Once it read `{"\\":0}`, V8 takes the key of `{"\u0061":0}` for a backslash (nodejs/node#63785). Such data is not
 * given to `JSON.parse` here, or later data would be read wrongly; no vendor's keys hold one.
 */
function hasBackslashInKey(value: Written): boolean {
  const keys = value.kind === 'object' ? value.members.map((member): string => JSON.parse(member.key)) : [];
  return keys.some((key) => key.includes('\\')) || inside(value).some(hasBackslashInKey);
}

describe('scanJson', () => {
  test('tells what a slow look at the same text tells', () => {
    fc.assert(
      fc.property(written, gap, (value, space) => {
        expect(scanJson(print(value, space))).toEqual(model(value));
      }),
      { numRuns: 2_000 },
    );
  });

  test('takes time in proportion to the text, however it is made', () => {
    for (const text of [
      `"${'\\\\'.repeat(1_000_000)}"`,
      `"${'\\"'.repeat(1_000_000)}"`,
      `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`,
      `{${Array.from({ length: 200_000 }, (_, index) => `"${index}":${index}`)}}`,
    ]) {
      const began = performance.now();
      scanJson(text);
      expect(performance.now() - began).toBeLessThan(2_000);
    }
  });
});

test('isStrange names what a number loses', () => {
  const long = ['12345678901234567890', '9007199254740992', '9007199254740993', '-9007199254740993'];
  for (const text of ['1e309', '-1e309', '1e-400', `1${'0'.repeat(400)}`, '0e99999', ...long])
    expect(isStrange(text)).toBe(true);
  const exact = ['9007199254740991', '-9007199254740991'];
  for (const text of ['0', '-0', '0.0', '0e5', '1e300', '1e0005', '5e-324', '1.0', ...exact]) {
    expect(isStrange(text)).toBe(false);
  }
});

test('duplicateKeys finds what was written twice, and no more than asked for', () => {
  expect(duplicateKeys('{"a" : 1 , "b":{"c":[{"d":"}"},{"d":2}],"c":"x"},"\\u0061":{"y":1}}', 9)).toEqual([
    { key: 'c', before: '[{"d":"}"},{"d":2}]', after: '"x"' },
    { key: 'a', before: '1', after: '{"y":1}' },
  ]);
  expect(duplicateKeys('[{"a":1,"a":2,"a":3},{"a":4}]', 1)).toEqual([{ key: 'a', before: '1', after: '2' }]);
  fc.assert(
    fc.property(written, gap, (value, space) => {
      const text = print(value, space);
      const [first] = duplicateKeys(text, 1);
      expect(first !== undefined).toBe(hasKeyTwice(value));
      if (hasBackslashInKey(value)) return;
      // `parseJson` tells by counting, and only then looks for which.
      expect(parseJson(text)?.notes.some((note) => note.includes('came twice'))).toBe(hasKeyTwice(value));
    }),
  );
});

test('arrayItems cuts a list into what was written', () => {
  fc.assert(
    fc.property(fc.array(written, { minLength: 1 }), gap, (items, space) => {
      const texts = items.map((item) => print(item, space));
      expect(arrayItems(`[${texts.join(`${space},${space}`)}]`)).toEqual(texts);
    }),
  );
});
