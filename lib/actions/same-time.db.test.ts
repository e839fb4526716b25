import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { previewAction } from './preview-action.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
});
afterAll(() => office.close());
beforeEach(() => office.enerflo.rules.reset());

const jane = () => office.as(office.person('Jane Smith'));
const ask = (start: string, end: string) => ({
  connectionId: office.connectionId,
  operation: 'enerflo.appointment.create',
  input: {
    customer: String([...office.enerflo.state.customers.keys()][0]),
    appointment_type: String([...office.enerflo.state.appointmentTypes.keys()][0]),
    start,
    end,
  },
  timeZone: 'America/Phoenix',
});
const run = (asked: ReturnType<typeof ask>, agreed: string[] = []) =>
  runAction(jane(), { ...asked, agreed, idempotencyKey: uuidv7() });
const size = () => office.enerflo.state.appointments.size;

test('an appointment at the time of one that is there is made only where somebody says so', async () => {
  const one = ask('2031-11-25T21:00:00Z', '2031-11-25T22:00:00Z');
  expect((await previewAction(jane(), one)).sideEffects.some(({ agree }) => agree)).toBe(false);
  expect(await run(one)).toMatchObject({ state: 'done' });
  const before = size();
  const { sideEffects, beside } = await previewAction(jane(), one);
  expect(sideEffects).toContainEqual({
    code: 'same-time',
    // On the clock of whoever asks, as the account has none.
    text: expect.stringMatching(/ at that time already: .+, Tue, Nov 25, 2031, 14:00 – 15:00 MST\.$/),
    agree: true,
  });
  expect(beside.every(({ told }) => !told)).toBe(true);
  await expect(run(one)).rejects.toMatchObject({
    code: 'INVALID',
    fields: [expect.objectContaining({ field: 'agreed.same-time' })],
  });
  expect(size()).toBe(before);
  expect(await run(ask('2031-11-25T22:00:00Z', '2031-11-25T23:00:00Z'))).toMatchObject({ state: 'done' });
  expect(await run(one, ['same-time', 'done-before'])).toMatchObject({ state: 'done' });
  expect(size()).toBe(before + 2);
});

test('where Enerflo does not answer about the others that is said, and it can be made', async () => {
  const path = '/api/v3/customers/*/appointments';
  office.enerflo.rules.add([{ method: 'GET', path, answer: 500, times: 1 }]);
  const one = ask('2032-11-25T21:00:00Z', '2032-11-25T22:00:00Z');
  const { sideEffects, failure } = await previewAction(jane(), one);
  expect(sideEffects).toContainEqual(
    expect.objectContaining({ code: 'appointments-not-told', agree: false }),
  );
  expect(failure).toBeNull();
  expect(await run(one)).toMatchObject({ state: 'done' });
});
