import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainWords } from './plain-words.ts';
import { recordWords } from './record-words.ts';

const customer = { kind: 'enerflo.customer', externalId: '2860314' };
const words = (...args: Parameters<typeof recordWords>) =>
  recordWords(...args).map(({ kind, value }) => `${kind} ${value}`);

describe('a record is found by', () => {
  test('names, addresses, e-mail addresses and phone numbers in one form each, its own id and those it names', () => {
    expect(
      words(customer, {
        firstName: 'José',
        lastName: 'O’Brien-Núñez',
        email: 'Jose@Example.com',
        phone: '+14805550134',
        mobile: '480.555.0199 x3',
        street: '12 North Main Street, Apt. 4',
        city: 'Tucson',
        externalId: 'a0B5e00000AbCdEEAV',
        status: 'Active',
        zip: '85701',
      }),
    ).toEqual([
      'id:enerflo.customer 2860314',
      'name jose obrien nunez',
      'email jose@example.com',
      'phone 4805550134',
      'phone 48055501993',
      'address 12 n main st apt 4',
      'id:external a0B5e00000AbCdE',
    ]);
  });

  test('a whole name also where only half of it was told', () => {
    expect(words(customer, { firstName: 'Ada' }, { lastName: 'Castillo' })).toContain('name ada castillo');
    expect(words(customer, { lastName: 'Dahl' })).toContain('name dahl');
    expect(words(customer, { status: 'Active' }, { firstName: 'Ada' })).not.toContain('name ada');
  });

  test('the homeowner’s name, not those of colleagues; their e-mail addresses as well', () => {
    const install = { kind: 'enerflo.install', externalId: '4711' };
    expect(words(install, { agentName: 'Iris Vance', agentEmail: 'iris@example.com' })).toEqual([
      'id:enerflo.install 4711',
      'email iris@example.com',
    ]);
  });

  test('nothing for what is empty, or no scalar, or too short to be a number', () => {
    expect(
      words(customer, { firstName: '', lastName: null, email: {}, phone: '12', street: ' .,- ' }),
    ).toEqual(['id:enerflo.customer 2860314']);
  });

  test('no more than an index takes, whatever is told', () => {
    const told = {
      fullName: 'x'.repeat(2_000_000),
      street: '𝒳'.repeat(5_000),
      email: `${'é'.repeat(9_000)}@example.com`,
    };
    for (const { value } of recordWords(customer, told)) {
      expect(value.length).toBeLessThanOrEqual(200);
      expect(value.isWellFormed()).toBe(true);
    }
  });
});

describe('the plain form of a name or an address', () => {
  test.each([
    ['1204 W. Avenida de los Árboles', '1204 w avenida de los arboles'],
    ['77 Saint George Court #12', '77 st george ct 12'],
    ['  ADA\u00a0\u200bCastillo\u202e  ', 'ada castillo'],
    ['ﬁnn ½ Ⅳ', 'finn 1 2 iv'],
    ['Łukasz Øst', 'łukasz øst'],
    ['山田 太郎', '山田 太郎'],
    ['🙂', ''],
  ])('%s', (written, plain) => {
    expect(plainWords(written)).toBe(plain);
  });

  test('is its own plain form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(plainWords(plainWords(text))).toBe(plainWords(text));
      }),
    );
  });
});
