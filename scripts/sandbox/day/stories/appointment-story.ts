import type { Dealer } from '../dealer.ts';
import type { Random } from '../random.ts';
import { minutes, type Story } from '../story.ts';

const hour = 3_600_000;

/** An appointment is set, moved now and then, confirmed or called off. */
export function* appointmentStory(dealer: Dealer, random: Random, customerId: number): Story {
  const { enerflo, clock } = dealer;
  const [typeId = 0] = enerflo.appointmentTypes.keys();
  const start = fullHour(clock.now() + random.whole(3, 50) * hour);
  const appointment = enerflo.addAppointment({ customerId, typeId, start, end: after(start) });
  if (random.chance(0.3)) {
    yield minutes(random, 15, 90);
    const later = fullHour(start.getTime() + random.whole(1, 26) * hour);
    enerflo.updateAppointment(appointment.id, {
      start: later,
      end: after(later),
      notes: 'Moved at the homeowner’s wish.',
    });
  }
  yield minutes(random, 20, 120);
  if (random.chance(0.1)) enerflo.deleteAppointment(appointment.id);
  else if (random.chance(0.75)) enerflo.confirmAppointment(appointment.id);
}

function fullHour(time: number): Date {
  return new Date(Math.ceil(time / hour) * hour);
}

function after(start: Date): Date {
  return new Date(start.getTime() + 1.5 * hour);
}
