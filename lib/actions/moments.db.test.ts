import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Actor } from '#lib/audit/audit.ts';
import type { EnerfloSettings } from '#lib/enerflo/enerflo-settings.schema.ts';
import { previewAction } from './preview-action.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
let jane: Actor;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
  jane = office.person('Jane Smith');
});
afterAll(() => office.close());

/** Asks to move an appointment from 16:00 UTC to 9 in the morning in that zone. */
async function moved(settings: Partial<EnerfloSettings>, timeZone: string) {
  const { connectionId, database, enerflo } = office;
  await database.db.enerfloAccount.update({ where: { connectionId }, data: { settings } });
  const [customer] = enerflo.state.customers.values();
  const [type] = enerflo.state.appointmentTypes.values();
  const appointment = enerflo.state.addAppointment({
    customerId: customer?.id ?? 0,
    typeId: type?.id ?? 0,
    start: new Date('2026-03-02T16:00:00Z'),
    end: new Date('2026-03-02T23:00:00Z'),
  });
  const ids = { customer_id: String(customer?.id), appointment_id: String(appointment.id) };
  const input = { ...ids, start: '2026-03-02T10:30' };
  return { connectionId, operation: 'enerflo.appointment.change', input, timeZone };
}

test('previews and outcomes tell appointments on the clock of the account, whoever looks', async () => {
  const asked = await moved({ timeZone: 'America/Phoenix' }, 'Europe/Berlin');
  const expected = {
    field: 'start',
    beforeText: 'Mon, Mar 2, 2026, 09:00 MST',
    afterText: 'Mon, Mar 2, 2026, 10:30 MST',
  };
  const preview = await previewAction(office.as(jane), asked);
  expect(preview.beside).toMatchObject([expected]);
  const { seen } = preview;
  const done = await runAction(office.as(jane), { ...asked, seen, idempotencyKey: uuidv7(), agreed: [] });
  expect(done.fields).toMatchObject([{ ...expected, nowText: expected.afterText }]);
});

test('where the account has no clock, a preview takes that of the reader, and an outcome leaves it to the browser', async () => {
  const asked = await moved({}, 'America/New_York');
  const preview = await previewAction(office.as(jane), asked);
  expect(preview.beside).toMatchObject([
    { beforeText: 'Mon, Mar 2, 2026, 11:00 EST', afterText: 'Mon, Mar 2, 2026, 10:30 EST' },
  ]);
  const done = await runAction(office.as(jane), { ...asked, idempotencyKey: uuidv7(), agreed: [] });
  expect(done.fields).toMatchObject([{ after: '2026-03-02T15:30:00Z', afterText: null, nowText: null }]);
});

test('what somebody else moved meanwhile is told with its zone', async () => {
  const asked = await moved({ timeZone: 'America/Phoenix' }, 'America/Phoenix');
  const { seen } = await previewAction(office.as(jane), asked);
  const start = new Date('2026-03-02T18:00:00Z');
  office.enerflo.state.updateAppointment(Number(asked.input.appointment_id), { start });
  const sending = runAction(office.as(jane), { ...asked, seen, idempotencyKey: uuidv7(), agreed: [] });
  await expect(sending).rejects.toThrow('“Mon, Mar 2, 2026, 11:00 MST”');
});
