import { expect, test } from 'vitest';
import { setUpBulk } from './testing/set-up-bulk.ts';

const on = setUpBulk();

test('a row says when an appointment is today and would be, on the clock of whoever gave the file', async () => {
  const [customer] = on.enerflo.state.customers.values();
  const [type] = on.enerflo.state.appointmentTypes.values();
  const appointment = on.enerflo.state.addAppointment({
    customerId: customer?.id ?? 0,
    typeId: type?.id ?? 0,
    start: new Date('2026-03-02T16:00:00Z'),
    end: new Date('2026-03-02T23:00:00Z'),
  });
  const id = await on.upload('enerflo.appointment.change', [
    'Customer,Appointment,Begins',
    `${customer?.id},${appointment.id},2026-03-02 10:30`,
  ]);
  await on.match(id);
  await on.work();
  const [row] = await on.rows(id);
  expect(row?.notes).toContainEqual(
    expect.objectContaining({
      kind: 'today',
      before: 'Mon, Mar 2, 2026, 09:00 MST',
      after: 'Mon, Mar 2, 2026, 10:30 MST',
    }),
  );
});
