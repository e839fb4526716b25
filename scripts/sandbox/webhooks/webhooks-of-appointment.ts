import type { Change } from '../enerflo/state/change.ts';
import { type AppointmentEvent, v1Appointment } from './bodies/v1-rest.ts';
import { type Due, rowNow, second, soon, type Telling, v1 } from './due.ts';

/**
 * `update_appointment` follows every new appointment at once, in a race with `new_appointment`, and comes two or three
 * times over 15 to 90 seconds (field facts 2 and 7). Each tells the appointment as it stands when it is sent: what has
 * no time of its own must not take back a later change.
 */
export function webhooksOfAppointment(
  telling: Telling,
  { id, what }: Extract<Change, { entity: 'appointment' }>,
): Due[] {
  const { seen, random } = telling;
  const told = (event: AppointmentEvent, delay = soon(random)): Due => ({
    ...v1(telling, event, () => v1Appointment(seen, event, rowNow(seen.appointments, id)), delay),
    lane: `appointment ${id}`,
  });
  if (what === 'deleted') return [told('delete_appointment')];
  if (what === 'confirmed') return [told('confirm_appointment'), told('update_appointment')];
  const again = Array.from({ length: random.whole(1, 2) }, () =>
    told('update_appointment', random.whole(15, 90) * second),
  );
  if (what === 'updated') return [told('update_appointment'), ...again];
  return [told('new_appointment'), told('update_appointment'), ...again];
}
