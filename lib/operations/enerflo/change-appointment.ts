import { z } from 'zod';
import type { Json } from '#lib/json.ts';
import { asAsked, valuesBefore } from '../as-asked.ts';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import type { CurrentValues } from '../operation.ts';
import { requestPath } from '../operation-request.ts';
import { partialBody } from '../partial-body.ts';
import { rowOf } from '../read-answer.ts';
import { appointmentValues, readAppointmentRequest } from './appointment-values.ts';
import { enerfloTime } from './enerflo-time.ts';

/** PUT /api/v1/appointments/{id} with what changes (field facts 5.9). The customer is told to read it by. */
export const changeAppointment = defineOperation({
  name: 'enerflo.appointment.change',
  label: 'Change an appointment',
  words: 'Moves an appointment, or gives it to somebody else.',
  guideStep: null,
  evidence: 'captured',
  role: 'operator',
  kind: 'write',
  about: { kind: 'enerflo.appointment', field: 'appointment_id' },
  input: z
    .strictObject({
      customer_id: field.pick('Customer', 'customer', { hint: 'By name, e-mail, phone or address.' }),
      appointment_id: field.pick('Appointment', 'appointment', { within: 'customer_id' }),
      start: field.moment('Begins').optional(),
      end: field.moment('Ends').optional(),
      user: field.userByEmail('Assign to').optional(),
    })
    .refine(({ start, end, user }) => start !== undefined || end !== undefined || user !== undefined, {
      path: ['start'],
      error: 'Give a new time, or somebody to assign it to.',
    })
    .refine(({ start, end }) => !start || !end || end > start, {
      path: ['end'],
      error: 'It must end after it begins.',
    }),
  request: ({ appointment_id, start, end, user }, _context, changed) => ({
    method: 'PUT',
    path: requestPath`/api/v1/appointments/${appointment_id}`,
    body: partialBody({ start: start && enerfloTime(start), end: end && enerfloTime(end), user }, changed),
  }),
  answer: (body, { appointment_id, customer_id }) => ({
    words: 'The appointment was changed.',
    subjects: [
      { kind: 'enerflo.appointment', id: appointment_id },
      { kind: 'enerflo.customer', id: customer_id },
    ],
    data: body,
  }),
  current: {
    request: ({ customer_id, appointment_id }) => readAppointmentRequest(customer_id, appointment_id),
    values: valuesNow,
  },
  lookUp: {
    tells: (body) => rowOf(body) !== null,
    request: ({ customer_id, appointment_id }) => readAppointmentRequest(customer_id, appointment_id),
    found: (body, { customer_id, appointment_id, ...fields }) =>
      asAsked(valuesNow(body, { customer_id, appointment_id }), fields)
        ? {
            words: 'The appointment is as it was asked for.',
            subjects: [
              { kind: 'enerflo.appointment', id: appointment_id },
              { kind: 'enerflo.customer', id: customer_id },
            ],
            data: body,
          }
        : null,
  },
  undo: {
    words: 'Set the appointment back to what it was',
    operation: 'enerflo.appointment.change',
    input: ({ customer_id, appointment_id, ...fields }, before) => {
      const values = valuesBefore(before, Object.keys(fields));
      // Enerflo is told a user by e-mail address; how to take one away, no source says.
      if (!values || values.user === null) return null;
      return { customer_id, appointment_id, ...values };
    },
  },
  sideEffects: ({ start, end }, now) => [
    ...(endsTooEarly({ start, end }, now)
      ? [
          {
            code: 'ends-too-early',
            text: 'It would end before it begins: the other of its two times stays as it is. Give both.',
            agree: true,
          },
        ]
      : []),
    {
      code: 'tells-of-appointment',
      text: 'Enerflo may tell the homeowner and the assigned user of the new time.',
      agree: false,
    },
  ],
});

/** Whether one of the times, moved alone, comes to lie on the wrong side of the other as Enerflo has it. */
function endsTooEarly(moved: { start?: string; end?: string }, now: CurrentValues | null): boolean {
  if (moved.start === undefined && moved.end === undefined) return false;
  const start = moved.start ?? now?.values.start;
  const end = moved.end ?? now?.values.end;
  return typeof start === 'string' && typeof end === 'string' && end <= start;
}

function valuesNow(body: Json, ids: { customer_id: string; appointment_id: string }): CurrentValues | null {
  const row = rowOf(body);
  if (!row) return null;
  const now = appointmentValues(row);
  const { start, end, user } = now.values;
  const known = Object.entries({ start, end, user }).filter(([, value]) => value !== undefined);
  return { ...now, values: { ...ids, ...Object.fromEntries(known) } };
}
