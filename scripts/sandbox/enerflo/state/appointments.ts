import type { By, Change } from './change.ts';
import { existing } from './existing.ts';
import { moment, touched } from './moment.ts';
import type { Appointment } from './rows.ts';
import type { World } from './world.ts';

type NewAppointment = Pick<Appointment, 'customerId' | 'typeId' | 'start' | 'end'> &
  Partial<Pick<Appointment, 'dealId' | 'assigneeUserId' | 'creatorUserId' | 'notes'>>;
type AppointmentFields = Partial<Pick<Appointment, 'start' | 'end' | 'assigneeUserId' | 'notes' | 'typeId'>>;

/** What can be done with appointments. */
export function appointmentActions(world: World) {
  const put = (
    id: number,
    fields: Partial<Appointment>,
    by: By,
    what: Extract<Change, { entity: 'appointment' }>['what'],
  ): Appointment => {
    const before = existing(world.appointments, id, 'appointment');
    const after: Appointment = { ...before, ...fields, updatedAt: touched(world, before) };
    world.appointments.set(id, after);
    world.emit({ entity: 'appointment', what, id, before, after, by, at: after.updatedAt });
    return after;
  };
  return {
    addAppointment: (given: NewAppointment, by: By = 'person'): Appointment => {
      const customer = existing(world.customers, given.customerId, 'customer');
      const at = moment(world);
      const after: Appointment = {
        id: world.nextId('appointment'),
        dealId: null,
        assigneeUserId: customer.agentUserId,
        creatorUserId: customer.creatorUserId,
        notes: '',
        ...given,
        status: 'scheduled',
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      };
      world.appointments.set(after.id, after);
      world.emit({ entity: 'appointment', what: 'created', id: after.id, before: null, after, by, at });
      return after;
    },
    updateAppointment: (id: number, fields: AppointmentFields, by: By = 'person') =>
      put(id, fields, by, 'updated'),
    confirmAppointment: (id: number, by: By = 'person') => put(id, { status: 'confirmed' }, by, 'confirmed'),
    deleteAppointment: (id: number, by: By = 'person') =>
      put(id, { status: 'cancelled', deletedAt: moment(world) }, by, 'deleted'),
  };
}
