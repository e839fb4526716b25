import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '#lib/json.ts';
import { findReason } from './cancellation/find-reason.ts';
import { findStatus } from './cancellation/find-status.ts';
import { maskPayload, masksOf } from './mask.ts';
import { wordsIn } from './personal-words.ts';
import { readEvent } from './read-event.ts';
import { recognitionOf, type StoredEvent } from './recognition-of.ts';
import { eventTypeNamed, eventTypes, recordKinds } from './registry.ts';
import { sampleBody } from './sample-body.ts';

const samples = eventTypes.flatMap((entry) =>
  entry.samples.map((sample): { name: string; event: StoredEvent } => ({
    name: `${entry.name}: ${sample.title}`,
    event: { source: entry.source, type: entry.name, known: true, payload: sampleBody(sample) },
  })),
);

/** Every text of a masked body, without the masks and without the keys. */
function textsOf(value: Json): string[] {
  if (typeof value === 'string') return [value.replace(/\[[^\]]*\]/g, '')];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function keysOf(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(keysOf)];
}

/** The personal texts that a body tells by the catalog; those of links and times without their words. */
function personalOf(event: StoredEvent): { value: string; words: string[] }[] {
  return readEvent(recognitionOf(event)).records.flatMap(({ kind, fields }) =>
    fields.flatMap(({ key, value }) => {
      const field = recordKinds.find((one) => one.kind === kind)?.fields.find((one) => one.key === key);
      if (field?.class !== 'personal' || typeof value !== 'string') return [];
      return [{ value, words: ['text', 'email'].includes(field.type) ? wordsIn(value) : [] }];
    }),
  );
}

/** What of an event's personal values can still be read in its masked body. */
function leaksOf(event: StoredEvent): string[] {
  const listed = (text: string) => findStatus(text) !== null || findReason(text) !== null;
  const name = event.type.slice(event.type.lastIndexOf('.') + 1);
  const left = textsOf(maskPayload(event)).filter(
    (text) => !event.type.endsWith(`.${text}`) && text !== name,
  );
  const whole = left.join('\n').toLowerCase();
  const words = new Set(left.filter((text) => !listed(text)).flatMap(wordsIn));
  return personalOf(event).flatMap(({ value, words: own }) => [
    ...(value.length >= 4 && whole.includes(value.toLowerCase()) ? [value] : []),
    ...own.filter((word) => words.has(word)),
  ]);
}

test.each(samples)('nothing personal is left of $name', ({ event }) => {
  expect(leaksOf(event)).toEqual([]);
  expect(keysOf(maskPayload(event))).toEqual(keysOf(event.payload));
});

test('ids, times, statuses and amounts stay, so that the vendor can find the event and see what is wrong', () => {
  const entry = eventTypeNamed('sunnova.cancellation-case');
  const sample = entry?.samples[0];
  if (!sample) throw new Error('no sample');
  const payload = sampleBody(sample);
  expect(
    maskPayload({ source: 'sunnova', type: 'sunnova.cancellation-case', known: true, payload }),
  ).toMatchObject({
    Status: 'Closed',
    System: 'a074W00001N8nDxQAJ',
    CreatedDate: '2024-05-09T21:49:52.000Z',
    System_Project: 'a8u4W0000011bdNQAQ',
    Cancellation_Reason: 'Excessive Time to Complete',
    Cancellation_Category: 'Partner Issues',
    Confirmed_Cancellation: false,
    Contact_Name: '[name]',
    System_Installation_Address: '[address]',
    System_Approximate_Latitude: '[coordinate]',
    System_Installation_Address_Zip_Code: '[ZIP code]',
  });
});

describe('what the catalog does not know', () => {
  const install = (more: JsonObject): StoredEvent => ({
    source: 'enerflo',
    type: 'enerflo.v1.update_install',
    known: true,
    payload: { webhook_event: 'update_install', id: 4453459, status: { id: 4, name: 'Active' }, ...more },
  });

  test('a value that is personal in one place is hidden in every other', () => {
    const masked = maskPayload(
      install({
        customer: { first_name: 'Quilla', last_name: 'Feathers', phone: '(480) 555-0134' },
        status: { id: 4, name: 'Waiting for Feathers' },
        office: { name: 'QUILLA' },
        lender_type: 'call 4805550134',
        ref_id: '4805550134',
      }),
    );
    expect(JSON.stringify(masked)).not.toMatch(/quilla|feathers|555/i);
  });

  test.each<[string, Json]>([
    ['anything', 'write to jane.roe@example.com'],
    ['anything', 'call (480) 555-0188 first'],
    ['status', '4805550188'],
    ['anything', 4805550188],
    ['status', '14 Made Up Street'],
    ['status', '33.41521, -111.83154'],
    ['latLng', 33.41521],
    ['preferred', 'Jane Roe'],
    ['co_applicant', 'Jane'],
    ['dateOfBirth', '1970-01-02'],
    ['ssn', '123-45-6789'],
    ['whatever', '123-45-6789'],
    ['gateCode', 'ring at the blue door'],
    ['Retail_Rep', 'Roe'],
    ['photo', 'https://files.example.com/jane-roe.jpg?Signature=made-up'],
    ['jsonText', '{"first_name":"Jane"}'],
    ['api_key_token', 'made-up-token'],
    ['phone', { kind: 'home', number: 4805550188 }],
    ['notes', [{ text: 'Jane has a dog' }]],
    ['jane.roe@example.com', true],
  ])('%s: %j is hidden', (key, value) => {
    const masked = JSON.stringify(maskPayload(install({ [key]: value })));
    expect(masked).not.toMatch(/jane|roe|0188|made up|3341|33\.4|1970|6789|blue|made-up/i);
  });

  test.each<[string, Json]>([
    ['deal_id', 2459009],
    ['uuid', '0b1f6f0e-7f0c-4a35-9a55-6a7d3c1f2e10'],
    ['initiatedBy', '296af00b-3c04-45bd-82a4-a2ece88171eb'],
    ['updated_at', '2025-01-14 15:47:29'],
    ['times', { unix: { unix_time: 1741622400 } }],
    ['financingStatus', 'approved'],
    ['isPublic', 'true'],
    ['netCost', 24600.123456],
    ['empty', ''],
    ['nothing', null],
  ])('%s: %j stays', (key, value) => {
    expect(maskPayload(install({ [key]: value }))).toMatchObject({ [key]: value });
  });

  test('of an event that nobody knows only ids, times, numbers and truth values stay', () => {
    const payload = {
      event: 'roof.inspected',
      inspection_id: 'ins_00417',
      at: '2026-01-02T10:00:00Z',
      status: 'Jane was not in',
      passed: 'yes',
      score: 7.5,
    };
    expect(
      maskPayload({ source: 'enerflo', type: 'enerflo.v2.roof.inspected', known: false, payload }),
    ).toEqual({
      ...payload,
      status: '[text, 15 characters]',
    });
  });
});

test('sentences about an event lose its personal words', () => {
  const payload = { webhook_event: 'new_customer', id: 1, first_name: 'Quilla', phone: '(480) 555-0134' };
  const { sentence } = masksOf({ source: 'enerflo', type: 'enerflo.v1.new_customer', known: true, payload });
  expect(sentence('Quilla has (480) 555-0134, or jane@example.com for now.')).toBe(
    '••• has •••, or ••• for now.',
  );
  expect(sentence('The key "x" came twice: first "Jane", then "Joe". The last one counts.')).toBe(
    'The key "x" came twice. The last one counts.',
  );
});

test('headers and the query lose addresses and what is personal, and keep the rest', () => {
  const payload = { webhook_event: 'new_customer', id: 1, first_name: 'Quilla' };
  const masks = masksOf({ source: 'enerflo', type: 'enerflo.v1.new_customer', known: true, payload });
  expect(masks.header('x-forwarded-for', '203.0.113.7')).toBe('[address]');
  expect(masks.header('from', 'Quilla <q@example.com>')).toBe('[email]');
  expect(masks.header('x-for', 'Quilla')).toBe('[text, 6 characters]');
  expect(masks.header('user-agent', 'Enerflo/1.0 (+https://enerflo.example)')).toMatch(/^Enerflo/);
  expect(masks.query('event=new_customer&n=7&who=Jane%20Roe')).toBe(
    'event=new_customer&n=7&who=[text, 8 characters]',
  );
});

const letters = 'bcdfghklmnpqrstvwxz'.split('');
/** A made-up word that no vendor writes. */
const oddWord = fc.string({ unit: fc.constantFrom(...letters), minLength: 7, maxLength: 12 });
const person = fc.record({
  first: oddWord,
  last: oddWord,
  street: oddWord,
  city: oddWord,
  note: fc.array(oddWord, { minLength: 6, maxLength: 12 }).map((words) => words.join(' ')),
});

test('whatever else a body holds, what the catalog reads as personal is nowhere in its masks', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...samples.filter(({ event }) => personalOf(event).length > 0)),
      person,
      fc.string({ minLength: 1 }),
      fc.jsonValue({ maxDepth: 3 }),
      ({ event }, { first, last, street, city, note }, key, other) => {
        // A number of its own may hold a ZIP code's digits by chance: no mask could know.
        const digits = personalOf(event).filter(({ value }) => /^\d+$/.test(value));
        fc.pre(digits.every(({ value }) => !JSON.stringify(other).includes(value)));
        const texts = [first, `${first} ${last}`, street, city, note];
        let turn = 0;
        // The same odd words at every text of the sample, and where nobody looks for them.
        const planted = (value: Json): Json => {
          if (typeof value === 'string')
            return /^[\w.:-]*$/.test(value) && turn % 2 ? value : (texts[turn++ % 5] ?? '');
          if (typeof value !== 'object' || value === null) return value;
          if (Array.isArray(value)) return value.map(planted);
          return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, planted(item)]));
        };
        const body = planted(event.payload);
        const payload: Json =
          typeof body === 'object' && body !== null && !Array.isArray(body)
            ? {
                ...body,
                [`x${key}`]: JSON.parse(JSON.stringify(other)),
                status_text: `for ${last}`,
                remarkable: [note, { first }],
              }
            : body;
        expect(leaksOf({ ...event, payload })).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test('odd bodies are masked without an error', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...eventTypes),
      fc.jsonValue({ maxDepth: 6 }),
      fc.boolean(),
      (entry, value, known) => {
        const payload: Json = JSON.parse(JSON.stringify(value));
        expect(() => maskPayload({ source: entry.source, type: entry.name, known, payload })).not.toThrow();
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['a file in base64', 'QUJD'.repeat(30_000)],
  ['dots', 'a.'.repeat(60_000)],
  ['signs of numbers', '+1'.repeat(60_000)],
  ['an address without an end', `0.1234${' '.repeat(120_000)}x`],
])('many long texts without a break cost no more than others: %s', (_, text) => {
  const payload = { event: 'x', list: Array.from({ length: 20 }, (_, at) => `${at}${text}`) };
  const start = performance.now();
  maskPayload({ source: 'crm', type: 'crm.x', known: false, payload });
  // What read each text once for each of its characters took twenty times as long.
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('two megabytes are masked within a second', () => {
  const payload = {
    webhook_event: 'new_customer',
    id: 1,
    first_name: 'Quilla',
    note: 'x '.repeat(1_000_000),
    list: Array.from({ length: 20_000 }, (_, index) => ({ status: `word ${index}`, name: `n ${index}` })),
  };
  const start = performance.now();
  maskPayload({ source: 'enerflo', type: 'enerflo.v1.new_customer', known: true, payload });
  expect(performance.now() - start).toBeLessThan(5_000);
});
