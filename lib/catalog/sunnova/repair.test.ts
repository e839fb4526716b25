import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventTypesOf } from '../registry.ts';
import { repairSunnova } from './repair.ts';

const printed = eventTypesOf('sunnova').flatMap((entry) =>
  entry.samples.map((sample) => [entry.vendorName, sample.text] as const),
);

/** What the repaired text parses to; fails where it was refused. */
function mended(text: string): unknown {
  const repaired = repairSunnova(text);
  if (!repaired.ok) throw new Error(repaired.reason);
  return JSON.parse(repaired.text);
}

describe.each(printed)('the printed sample of %s', (name, text) => {
  test('is repaired, and says how', () => {
    const repaired = repairSunnova(text);
    expect(repaired.ok && Object.keys(JSON.parse(repaired.text)).length).toBe(
      name === 'change-order' ? 8 : keysOf(text),
    );
    expect(repaired.ok && repaired.notes.length > 0).toBe(name !== 'cancellation-case');
  });

  test('is refused wherever it is cut off', () => {
    for (let length = 0; length < text.trimEnd().length; length += 1) {
      expect(repairSunnova(text.slice(0, length)).ok, `cut after ${length} characters`).toBe(false);
    }
  });

  test('is refused with anything behind its end', () => {
    expect(repairSunnova(`${text}\n\n`).ok).toBe(true);
    for (const more of ['}', ',', 'x', text]) expect(repairSunnova(text + more).ok).toBe(false);
  });
});

describe('what is mended', () => {
  test.each<[string, string, unknown]>([
    ['keys without quotes', '{ Status: "Open" }', { Status: 'Open' }],
    ['a stray quote behind a key', '{ Name": null }', { Name: null }],
    ['a value that lacks its closing quote', '{\n A: "Web-Sol,\r\n B: 1\n}', { A: 'Web-Sol', B: 1 }],
    ['the same at the end', '{\n A: "Web-Sol\n}', { A: 'Web-Sol' }],
    [
      'an e-mail address without quotes',
      '{ Email: a.b@example.com, B: 1 }',
      { Email: 'a.b@example.com', B: 1 },
    ],
    ['a ZIP code without quotes keeps its zero', '{ PostalCode: 03087 }', { PostalCode: '03087' }],
    ['a comma behind the last value', '{ A: [1, 2,], }', { A: [1, 2] }],
    ['non-breaking spaces', '\ufeff{\u00a0A:\u00a0true }', { A: true }],
    ['a tab and a brace inside a text', '{ A: "x\t}\\" {", B: [] }', { A: 'x\t}" {', B: [] }],
  ])('%s', (_, text, value) => {
    expect(mended(text)).toEqual(value);
  });

  test('keys told twice stay in the text', () => {
    const repaired = repairSunnova('{ Stage: "NTP", Stage: "Substantial" }');
    expect(repaired).toMatchObject({ ok: true, text: '{ "Stage": "NTP", "Stage": "Substantial" }' });
  });

  test('JSON comes out as it went in', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 })),
        fc.constantFrom(0, 2),
        (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          expect(repairSunnova(text)).toEqual({ ok: true, text, notes: [] });
        },
      ),
      { numRuns: 300 },
    );
  });
});

test.each([
  'hello world',
  '',
  '[]',
  '"text"',
  'null',
  '{',
  '{,}',
  '{ A: , }',
  '{ A: 1 B: 2 }',
  "{ A: 'x' }",
  '{ "A: 1\n}',
])('%j is refused', (text) => {
  expect(repairSunnova(text)).toMatchObject({ ok: false, reason: expect.stringMatching(/\.$/) });
});

test('megabytes of nonsense are judged at once', () => {
  const hostile = [
    '{'.repeat(5e6),
    `{a:${'['.repeat(5e6)}`,
    `{a:"${'\\"'.repeat(2e6)}`,
    `{${'a:{b:1,},'.repeat(2e5)}`,
    `{${'a'.repeat(5e6)}`,
    ' '.repeat(5e6),
  ];
  const started = performance.now();
  for (const text of hostile) expect(repairSunnova(text).ok).toBe(false);
  expect(performance.now() - started).toBeLessThan(10_000);
});

/** How many keys the outer object has, counted by its lines of exactly two or three spaces. */
function keysOf(text: string): number {
  return text.split('\n').filter((line) => /^ {2,3}"?[A-Za-z]\w*"? ?:/.test(line)).length;
}
