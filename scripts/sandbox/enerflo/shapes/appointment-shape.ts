import type { State } from '../state/create-state.ts';
import type { Appointment } from '../state/rows.ts';
import { userInside } from './person-shapes.ts';
import { stamp, stampOrNull } from './stamp.ts';

/** An appointment as the API gives it: flat, times in UTC, in many forms. */
export function appointmentShape(state: State, appointment: Appointment) {
  const { start, end } = appointment;
  const type = state.appointmentTypes.get(appointment.typeId);
  const customer = state.customers.get(appointment.customerId);
  const assignee = appointment.assigneeUserId ? state.users.get(appointment.assigneeUserId) : undefined;
  return {
    enerflo_apt_id: appointment.id,
    id: appointment.id,
    name: type?.name ?? null,
    appointment_type: type ? { id: type.id, name: type.name } : null,
    status: appointment.status,
    survey_id: appointment.dealId,
    tz: customer?.timezone ?? 'UTC',
    enerflo_customer_id: appointment.customerId,
    external_customer_id: customer?.recordId ?? null,
    start_time: start.toISOString(),
    end_time: end.toISOString(),
    start: stamp(start),
    end: stamp(end),
    start_time_iso8601: start.toISOString(),
    end_time_iso8601: end.toISOString(),
    unix_time: start.getTime() / 1000,
    unix_time_end: end.getTime() / 1000,
    len: Math.round((end.getTime() - start.getTime()) / 60_000),
    user: userInside(assignee),
    creator: userInside(state.users.get(appointment.creatorUserId)),
    created_at: stamp(appointment.createdAt),
    updated_at: stamp(appointment.updatedAt),
    deleted_at: stampOrNull(appointment.deletedAt),
  };
}
