import { readFields, readId } from '#lib/catalog/read-record.ts';
import { enerfloAppointment } from '#lib/catalog/records/enerflo-appointment.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { filled } from '../filled.ts';
import type { CurrentValues } from '../operation.ts';
import type { OperationRequest } from '../operation-request.ts';
import { requestPath } from '../operation-request.ts';
import { rowsOf, textOf, toldValues } from '../read-answer.ts';
import { aboutCustomer } from './about.ts';

/** GET /api/v3/customers/{id}/appointments: all of a customer (field facts 5.9). */
export function readAppointmentsRequest(customerId: string): OperationRequest {
  return { method: 'GET', path: requestPath`/api/v3/customers/${customerId}/appointments` };
}

/** The same for one appointment. */
export function readAppointmentRequest(customerId: string, appointmentId: string): OperationRequest {
  return { method: 'GET', path: requestPath`/api/v3/customers/${customerId}/appointments/${appointmentId}` };
}

/** The id of an appointment; Enerflo calls it `enerflo_apt_id` in answers and in one form of its webhooks. */
export function appointmentIdOf(row: JsonObject): string | null {
  return readId(enerfloAppointment, row);
}

/** What an appointment's row tells, in either of its two forms: times as `2024-08-15T18:30:00Z`. */
export function appointmentValues(row: JsonObject): CurrentValues {
  const read = new Map(readFields(enerfloAppointment, row).fields.map(({ key, value }) => [key, value]));
  const type = read.get('type');
  // What the API takes as `start`, `end` and `user` it may tell by these names too; times without a zone are in UTC.
  const sent = toldValues(row, {
    start: ['instant', 'start'],
    end: ['instant', 'end'],
    user: ['email', 'user.email'],
  });
  return {
    values: filled({
      customer: read.get('customerId'),
      appointment_type: read.get('typeId'),
      start: wholeSeconds(read.get('startsAt') ?? sent.start),
      end: wholeSeconds(read.get('endsAt') ?? sent.end),
      user: read.get('assigneeEmail') ?? sent.user,
    }),
    labels: typeof type === 'string' ? { appointment_type: type } : undefined,
    about: isJsonObject(row.customer) ? aboutCustomer(row.customer) : textOf(row, 'name'),
    stamp: textOf(row, 'timestamps.updated_at', 'updated_at'),
  };
}

type Sent = { appointment_type: string; start: string; end: string };

/** The appointment of this time and type in a customer's list, as far as it tells them; one that was called off is another. */
export function madeIn(body: Json, { appointment_type, start, end }: Sent): JsonObject | undefined {
  return rowsOf(body).find((row) => {
    const { values } = appointmentValues(row);
    return (
      !isCalledOff(row) &&
      values.start === start &&
      (values.end ?? end) === end &&
      (values.appointment_type ?? appointment_type) === appointment_type
    );
  });
}

/** Those of a customer's list that lie within this time in part or whole and were not called off, as far as they tell. */
export function atThatTime(body: Json, { start, end }: Pick<Sent, 'start' | 'end'>): JsonObject[] {
  return rowsOf(body).flatMap((row) => {
    const { values, labels } = appointmentValues(row);
    const begins = values.start;
    if (isCalledOff(row) || typeof begins !== 'string') return [];
    const ends = typeof values.end === 'string' ? values.end : begins;
    const [from, to] = [Date.parse(begins), Date.parse(ends)];
    const isThen = from < Date.parse(end) && (to > Date.parse(start) || from >= Date.parse(start));
    return isThen ? [{ type: labels?.appointment_type ?? null, start: begins, end: ends }] : [];
  });
}

/** Whether an appointment was called off; Enerflo may go on listing it. */
export function isCalledOff(row: JsonObject): boolean {
  const status = textOf(row, 'status.name', 'status');
  return textOf(row, 'deleted_at', 'timestamps.deleted_at') !== null || /cancel|delet/i.test(status ?? '');
}

function wholeSeconds(instant: Json | undefined): Json | undefined {
  return typeof instant === 'string' && instant.endsWith('Z') ? `${instant.slice(0, 19)}Z` : instant;
}
