import { expect, test } from 'vitest';
import { agreementsOf } from './agreements.ts';

const lookalike = (id: string) => ({
  about: 'Lynn Kasper',
  alike: ['e-mail'],
  kind: 'enerflo.customer',
  id,
  link: null,
});

test('only what must be agreed to is asked for', () => {
  const sideEffects = [
    { code: 'emails-homeowner', text: 'Enerflo may e-mail the homeowner.', agree: true },
    { code: 'starts-things', text: 'It may start automations.', agree: false },
  ];
  expect(agreementsOf({ sideEffects, lookalikes: [] }).map(({ code }) => code)).toEqual(['emails-homeowner']);
});

test('a yes to one lookalike is no yes to another', () => {
  const [one] = agreementsOf({ sideEffects: [], lookalikes: [lookalike('1')] });
  const [other] = agreementsOf({ sideEffects: [], lookalikes: [lookalike('2')] });
  expect(one?.code).toBe('lookalikes');
  expect(one?.key).not.toBe(other?.key);
});
