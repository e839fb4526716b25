import { expect, test } from 'vitest';
import { agreementsOf, updateAgreement } from './agreements.ts';

const lookalike = (id: string, alike = ['e-mail']) => ({
  about: 'Lynn Kasper',
  alike,
  kind: 'enerflo.customer',
  id,
  link: null,
  integrationRecordId: `heliograph-${id}`,
});

const ofMilestone = (install: string, date = '2026-08-15') => ({
  request: {
    method: 'PUT',
    url: `https://enerflo.example.com/api/v3/installs/${install}/milestones/5`,
    body: { completed_date: date },
  },
  sideEffects: [{ code: 'emails-homeowner', text: 'Enerflo may e-mail the homeowner.', agree: true }],
  lookalikes: [],
});
const keys = (preview: Parameters<typeof agreementsOf>[0]) => agreementsOf(preview).map(({ key }) => key);

test('a yes to e-mail one homeowner is no yes to e-mail another, nor about another day', () => {
  const given = new Set(keys(ofMilestone('1')));
  expect(keys(ofMilestone('1')).every((key) => given.has(key))).toBe(true);
  expect(keys(ofMilestone('2')).some((key) => given.has(key))).toBe(false);
  expect(keys(ofMilestone('1', '2026-08-16')).some((key) => given.has(key))).toBe(false);
});

test('only what must be agreed to is asked for', () => {
  const sideEffects = [
    { code: 'emails-homeowner', text: 'Enerflo may e-mail the homeowner.', agree: true },
    { code: 'starts-things', text: 'It may start automations.', agree: false },
  ];
  expect(agreementsOf({ request: null, sideEffects, lookalikes: [] }).map(({ code }) => code)).toEqual([
    'emails-homeowner',
  ]);
});

test('a yes to one lookalike is no yes to another', () => {
  const [one] = agreementsOf({ request: null, sideEffects: [], lookalikes: [lookalike('1')] });
  const [other] = agreementsOf({ request: null, sideEffects: [], lookalikes: [lookalike('2')] });
  expect(one?.code).toBe('lookalikes');
  expect(one?.key).not.toBe(other?.key);
});

test('a yes to update a lead holds while more is typed, and is none to another lead nor to a lookalike', () => {
  const request = (email: string) => ({
    method: 'POST',
    url: 'https://enerflo.example.com',
    body: { email },
  });
  const agreements = (email: string, lookalikes: ReturnType<typeof lookalike>[]) =>
    agreementsOf({ request: request(email), sideEffects: [], lookalikes });
  const own = lookalike('1', ['record id', 'name']);
  const chosen = updateAgreement({ kind: 'enerflo.customer', id: '1' }).key;
  expect(agreements('a@example.com', [own]).map(({ key }) => key)).toEqual([chosen]);
  expect(agreements('b@example.com', [own]).map(({ key }) => key)).toEqual([chosen]);
  expect(agreements('b@example.com', [lookalike('2', ['record id'])])[0]?.key).not.toBe(chosen);
  const both = agreements('b@example.com', [own, lookalike('2')]);
  expect(both.map(({ label }) => label)).toEqual(['Yes, update this one', 'It is another one: go on']);
});
