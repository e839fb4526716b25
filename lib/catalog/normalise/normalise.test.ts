import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/json.ts';
import type { FieldType } from '../record-kind.ts';
import { normalise } from './normalise.ts';

const types: FieldType[] = [
  'text',
  'id',
  'integer',
  'number',
  'boolean',
  'date',
  'instant',
  'phone',
  'email',
  'zip',
  'url',
];

const value = (written: Json, type: FieldType, zone: string | null = null) =>
  normalise(written, type, zone).value;

describe('times', () => {
  test.each<[string, Json, string | null, Json]>([
    ['Enerflo 1.0 is UTC', '2025-01-14 15:47:29', null, '2025-01-14T15:47:29.000Z'],
    ['unless the payload names a zone', '2025-01-14 15:47:29', 'America/Chicago', '2025-01-14T21:47:29.000Z'],
    ['with summer time where it holds', '2025-07-14 15:47:29', 'America/Chicago', '2025-07-14T20:47:29.000Z'],
    ['an hour that summer time skips', '2025-03-09 02:30:00', 'America/Chicago', '2025-03-09T08:30:00.000Z'],
    [
      'an offset counts more than the zone',
      '2024-03-30T12:58:28-07:00',
      'America/Chicago',
      '2024-03-30T19:58:28.000Z',
    ],
    ['an offset as Salesforce writes it', '2024-05-09T21:49:52.000+0000', null, '2024-05-09T21:49:52.000Z'],
    ['unix seconds', 1741622400, null, '2025-03-10T16:00:00.000Z'],
    ['unix milliseconds as text', '1741622400123', null, '2025-03-10T16:00:00.123Z'],
    ['fractions', '2024-05-09T21:49:52.9996Z', null, '2024-05-09T21:49:52.999Z'],
    ['a date stays a date', '2024-09-30', 'America/Chicago', '2024-09-30'],
    ['MySQL’s zero date is none', '0000-00-00 00:00:00', null, null],
  ])('%s', (_, written, zone, read) => {
    expect(normalise(written, 'instant', zone)).toEqual({ value: read, read: true, doubt: null });
  });

  test.each<Json>([
    '2024-02-31 10:00:00',
    '2024-02-31',
    '09/30/2024',
    '25:00',
    4,
    true,
    'soon',
    '2024-01-01 24:00:00',
  ])('%j is no time and stays as written', (written) => {
    expect(normalise(written, 'instant')).toMatchObject({ value: written, read: false });
  });

  test('an unknown zone is read as UTC, and says so', () => {
    expect(normalise('2025-01-14 15:47:29', 'instant', 'Mars/Olympus')).toMatchObject({
      value: '2025-01-14T15:47:29.000Z',
      read: true,
      doubt: expect.stringContaining('read as UTC'),
    });
  });

  test('a date loses its time, never its day', () => {
    expect(value('2024-09-30 23:59:59', 'date')).toBe('2024-09-30');
    expect(value('2024-09-30T00:00:00-07:00', 'date')).toBe('2024-09-30');
    expect(normalise('2024-13-01', 'date').read).toBe(false);
  });

  test('every zone gives back the wall clock it was told in', () => {
    const zones = fc.constantFrom(
      'America/New_York',
      'Pacific/Honolulu',
      'Asia/Kolkata',
      'Europe/London',
      'UTC',
    );
    const noons = fc.date({ min: new Date('1971-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(noons, zones, (date, zone) => {
        const told = `${date.toISOString().slice(0, 10)} 12:00:00`;
        const read = value(told, 'instant', zone);
        expect(new Date(String(read)).toLocaleString('sv-SE', { timeZone: zone })).toBe(told);
      }),
      { numRuns: 200 },
    );
  });
});

describe('phones', () => {
  test.each([
    ['3072412568', '+13072412568'],
    ['(480) 555-0134', '+14805550134'],
    ['1-480-555-0134', '+14805550134'],
    ['+1 480.555.0134', '+14805550134'],
  ])('%s is a US number', (written, read) => {
    expect(value(written, 'phone')).toBe(read);
    expect(value(Number(written.replace(/\D/g, '')), 'phone')).toBe(read);
  });

  test.each(['(000) 000-0000', '480-555-0134 x12', '+44 20 7946 0958', '555-0134', '44 480 555 0134'])(
    '%s is not surely one',
    (written) => {
      expect(normalise(written, 'phone')).toEqual({ value: written, read: true, doubt: null });
    },
  );
});

describe('the other types', () => {
  test.each<[FieldType, Json, Json]>([
    ['zip', 1001, '01001'],
    ['zip', 92101, '92101'],
    ['zip', '03087', '03087'],
    ['zip', '03087-1234', '03087-1234'],
    ['boolean', 'false', false],
    ['boolean', 'TRUE', true],
    ['boolean', 1, true],
    ['boolean', '0', false],
    ['number', '-118.447319', -118.447319],
    ['number', ' 8.20 ', 8.2],
    ['number', '-0.0', 0],
    ['integer', '30', 30],
    ['integer', '30.0', 30],
    ['id', 2860314, '2860314'],
    ['id', ' a8k ', 'a8k'],
    ['text', '  two  words ', 'two  words'],
    ['text', 'a\u0000b\ud800', 'ab\ufffd'],
    ['text', 7, '7'],
    ['email', ' a@example.com ', 'a@example.com'],
    ['url', ' https://x.example/a?b=c', 'https://x.example/a?b=c'],
  ])('%s %j is %j', (type, written, read) => {
    expect(normalise(written, type)).toEqual({ value: read, read: true, doubt: null });
  });

  test.each<[FieldType, Json, Json]>([
    ['number', '12345678901234567890', '12345678901234567890'],
    ['number', '$1,200', '$1,200'],
    ['number', Number.POSITIVE_INFINITY, 'Infinity'],
    ['integer', 30.5, 30.5],
    ['boolean', 'yes', 'yes'],
    ['zip', 123456789, '123456789'],
    ['email', 'nobody', 'nobody'],
    ['url', 'agreement.pdf', 'agreement.pdf'],
    ['id', true, true],
    ['text', { a: 1 }, { a: 1 }],
  ])('%s %j stays as written', (type, written, kept) => {
    expect(normalise(written, type)).toMatchObject({
      value: kept,
      read: false,
      doubt: expect.stringContaining('kept as written'),
    });
  });

  test.each(types)('null, "", white space, [] and {} are no %s', (type) => {
    for (const empty of [null, '', ' \t\u00a0\n', [], {}]) {
      expect(normalise(empty, type)).toEqual({ value: null, read: true, doubt: null });
    }
  });

  test('normalising never throws, and twice is the same as once', () => {
    fc.assert(
      fc.property(
        fc.jsonValue() as fc.Arbitrary<Json>,
        fc.constantFrom(...types),
        fc.option(fc.string()),
        (written, type, zone) => {
          const once = normalise(written, type, zone);
          if (once.read) expect(normalise(once.value, type, zone).value).toEqual(once.value);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
