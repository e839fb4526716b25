import { expect, test } from 'vitest';
import { createAppointment } from '#lib/operations/enerflo/create-appointment.ts';
import { actionFields } from './action-fields.ts';
import { readResult } from './action-result.ts';

const asked = { customer: '2860353' };
const row = (customer: number, now: Record<string, string> = {}) => {
  const result = readResult({ labels: { asked: { customer: 'Rosa Oyelaran' }, now } });
  const [field] = actionFields(
    createAppointment,
    { input: asked, before: null, after: { customer }, result },
    null,
  );
  return field;
};

test('what was read back by its id alone is called as what was asked for, where it is that', () => {
  expect(row(2860353)).toMatchObject({ afterText: 'Rosa Oyelaran', nowText: 'Rosa Oyelaran', nowTold: true });
});

test('another id is not called so, and what Enerflo calls it goes first', () => {
  expect(row(11)).toMatchObject({ afterText: 'Rosa Oyelaran', nowText: '11' });
  expect(row(2860353, { customer: 'Rosa O.' })).toMatchObject({ nowText: 'Rosa O.' });
});

test('a name that was asked for tells nothing that Enerflo did not', () => {
  const result = readResult({ labels: { asked: { customer: 'Rosa Oyelaran' } } });
  const [field] = actionFields(createAppointment, { input: asked, before: null, after: {}, result }, null);
  expect(field).toMatchObject({ nowText: null, nowTold: false });
});
