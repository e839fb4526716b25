import { expect, test } from 'vitest';
import { chooseRows } from './choose-rows.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';

const on = setUpBulk();

test('what has to be agreed to and came up after the check holds the row alone, until a person has it sent all the same', async () => {
  const [customer, other] = on.enerflo.state.customers.keys();
  const [type] = on.enerflo.state.appointmentTypes.keys();
  const made = () =>
    [...on.enerflo.state.appointments.values()].filter(({ typeId }) => typeId === type).length;
  const before = made();
  const id = await on.upload('enerflo.appointment.create', [
    'Customer,Type of appointment,Begins,Ends',
    `${customer},${type},2031-03-02 10:00,2031-03-02 11:00`,
    // At the time of the row above, which is not there yet when both are checked.
    `${customer},${type},2031-03-02 10:30,2031-03-02 11:30`,
    `${other},${type},2031-03-02 10:30,2031-03-02 11:30`,
  ]);
  await on.match(id);
  await on.work();
  expect((await on.rows(id)).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
  await on.start(id);
  await on.work();
  const [first, held, third] = await on.rows(id);
  expect([first?.state, third?.state]).toEqual(['done', 'done']);
  expect(held).toMatchObject({
    state: 'alike',
    reason: expect.stringContaining('has an appointment at that time already'),
    actionId: null,
  });
  expect(made()).toBe(before + 2);
  expect((await on.get(id)).state).toBe('done');

  await chooseRows(on.context(), { id, send: true, numbers: [2] });
  await on.start(id);
  await on.work();
  expect((await on.rows(id)).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  expect(made()).toBe(before + 3);
});
