import { z } from 'zod';
import { isJsonObject } from '#lib/json.ts';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { filled } from '../filled.ts';
import { spanText } from '../moment-text.ts';
import type { CurrentValues, OperationAnswer, SideEffect, Subject } from '../operation.ts';
import { isList, rowOf } from '../read-answer.ts';
import { aboutCustomer } from './about.ts';
import {
  appointmentIdOf,
  appointmentValues,
  atThatTime,
  madeIn,
  readAppointmentRequest,
  readAppointmentsRequest,
} from './appointment-values.ts';
import { readCustomerRequest } from './customer-path.ts';
import { enerfloTime } from './enerflo-time.ts';

/**
 * POST /api/v1/appointments (field facts 5.9). The customer goes by number: by e-mail, Enerflo may not find one that is
 * new. It takes the id of a deal too, under a key that no source names: not sent.
 */
export const createAppointment = defineOperation({
  name: 'enerflo.appointment.create',
  label: 'Make an appointment',
  words: 'Makes an appointment with a customer. Enerflo may take more than ten seconds for it.',
  guideStep: null,
  evidence: 'documented',
  role: 'operator',
  kind: 'write',
  about: null,
  madeFor: 'customer',
  input: z
    .strictObject({
      customer: field.pick('Customer', 'customer', { hint: 'By name, e-mail, phone or address.' }),
      appointment_type: field.pick('Type of appointment', 'appointment-type'),
      start: field.moment('Begins'),
      end: field.moment('Ends'),
      user: field.userByEmail('Assign to').optional(),
      creator: field.userByEmail('Made by').optional(),
    })
    .refine(({ start, end }) => end > start, { path: ['end'], error: 'It must end after it begins.' }),
  request: ({ customer, appointment_type, start, end, user, creator }) => ({
    method: 'POST',
    path: '/api/v1/appointments',
    body: filled({
      customer: Number(customer),
      appointment_type: Number(appointment_type),
      start: enerfloTime(start),
      end: enerfloTime(end),
      creator,
      user,
    }),
  }),
  answer: (body, { customer }) => {
    const row = rowOf(body);
    return {
      words: 'The appointment was made.',
      subjects: subjects(customer, row && appointmentIdOf(row)),
      data: body,
    };
  },
  // Nothing of the customer changes: it is read to say whose appointment it is.
  current: {
    request: ({ customer }) => readCustomerRequest(customer),
    values: (body) => {
      const row = rowOf(body);
      return row && { values: {}, about: aboutCustomer(row), stamp: null };
    },
    also: {
      request: ({ customer }) => readAppointmentsRequest(customer),
      facts: (body, input) => filled({ atThatTime: isList(body) ? atThatTime(body, input) : undefined }),
    },
  },
  made: {
    request: (answer, { customer }) => {
      const id = idMade(answer);
      return id === null ? readAppointmentsRequest(customer) : readAppointmentRequest(customer, id);
    },
    values: (body, answer, input) => {
      if (idMade(answer) !== null) {
        const row = rowOf(body);
        return row && appointmentValues(row);
      }
      const row = madeIn(body, input);
      return row
        ? { ...appointmentValues(row), subjects: subjects(input.customer, appointmentIdOf(row)) }
        : null;
    },
  },
  lookUp: {
    tells: isList,
    request: ({ customer }) => readAppointmentsRequest(customer),
    found: (body, input) => {
      const row = madeIn(body, input);
      if (!row) return null;
      return {
        words: 'The appointment is there.',
        subjects: subjects(input.customer, appointmentIdOf(row)),
        data: row,
      };
    },
  },
  noUndo: 'An appointment cannot be deleted from here: cancel it in Enerflo, or change its time.',
  sideEffects: (_input, now, timeZone) => [
    ...sameTime(now, timeZone),
    {
      code: 'tells-of-appointment',
      text: 'Enerflo may tell the homeowner and the assigned user of the appointment.',
      agree: false,
    },
  ],
});

/** That the customer has one at that time already, or that Enerflo did not tell of any; nothing where nobody asked. */
function sameTime(now: CurrentValues | null, timeZone: string | null | undefined): SideEffect[] {
  if (now === null) return [];
  const there = now.facts?.atThatTime;
  if (!Array.isArray(there)) {
    const text = 'Enerflo did not tell whether this customer has an appointment at that time already.';
    return [{ code: 'appointments-not-told', text, agree: false }];
  }
  if (there.length === 0) return [];
  const told = there.filter(isJsonObject).map(({ type, start, end }) => {
    const span = spanText(String(start), String(end), timeZone ?? 'UTC');
    return typeof type === 'string' ? `${type}, ${span}` : span;
  });
  const what = told.length === 1 ? 'an appointment' : 'appointments';
  const text = `This customer has ${what} at that time already: ${told.join('; ')}.`;
  return [{ code: 'same-time', text, agree: true }];
}

function idMade({ subjects }: OperationAnswer): string | null {
  return subjects.find(({ kind }) => kind === 'enerflo.appointment')?.id ?? null;
}

function subjects(customerId: string, appointmentId: string | null): Subject[] {
  const customer = { kind: 'enerflo.customer', id: customerId };
  return appointmentId === null ? [customer] : [{ kind: 'enerflo.appointment', id: appointmentId }, customer];
}
