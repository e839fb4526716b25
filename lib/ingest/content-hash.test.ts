import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/json.ts';
import { canonicalJson, contentHash } from './content-hash.ts';
import { parseJson } from './parse-json.ts';

/** The same value with the keys of every object the other way round. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

const json = fc.jsonValue({ stringUnit: 'binary' }).map((value): Json => JSON.parse(JSON.stringify(value)));
const hashOf = (text: string) =>
  contentHash({ comparable: parseJson(text)?.comparable ?? 'not comparable' }).toString('hex');

describe('the hash of content', () => {
  test('does not see the order of keys, nor white space', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value);
        expect(hashOf(JSON.stringify(reversed(value), null, 2))).toBe(hashOf(text));
      }),
    );
  });

  test('sees every other difference', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        const same = canonicalJson(one) === canonicalJson(other);
        expect(hashOf(JSON.stringify(one)) === hashOf(JSON.stringify(other))).toBe(same);
        expect(JSON.parse(canonicalJson(one))).toEqual(one);
      }),
    );
    const texts = [
      '1',
      '1.0',
      '1e0',
      '"1"',
      '-0',
      '0',
      '12345678901234567890',
      '12345678901234567891',
      '1e400',
      '1e401',
    ];
    expect(new Set(texts.map((text) => hashOf(`{"a":[${text}]}`))).size).toBe(texts.length);
  });

  test('has a kind: an id, content and bytes never meet', () => {
    const hashes = [
      contentHash({ senderId: '1' }),
      contentHash({ comparable: '1' }),
      contentHash({ comparable: 1 }),
      contentHash({ bytes: Buffer.from('1'), part: 0 }),
      contentHash({ bytes: Buffer.from('1'), part: 1 }),
    ];
    expect(new Set(hashes.map((each) => each.toString('hex'))).size).toBe(5);
  });

  test('keeps keys that JavaScript knows better', () => {
    const parsed = parseJson('{"b":1.0,"__proto__":{"y":2,"x":1},"2":0,"10":0}');
    expect(canonicalJson(parsed?.comparable ?? null)).toBe(
      '{"2":0,"10":0,"__proto__":{"x":1,"y":2},"b":1.0}',
    );
  });
});
