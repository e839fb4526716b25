import { z } from 'zod';
import type { JsonObject } from '#lib/json.ts';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { filled } from '../filled.ts';
import type { Subject } from '../operation.ts';
import { isList, rowsOf } from '../read-answer.ts';
import {
  appointmentIdOf,
  appointmentValues,
  isCalledOff,
  madeIn,
  readAppointmentsRequest,
} from './appointment-values.ts';
import { leadIn } from './customers-found.ts';
import { cameAfter, cameAt } from './deals-of-customer.ts';
import { enerfloTime } from './enerflo-time.ts';
import { leadFields } from './lead-fields.ts';
import { foundLead, leadOperation, leadRequest } from './lead-operation.ts';

/**
 * The same endpoint with an appointment (enerflo guide 1.1 says that it takes one, not how). The keys are those of
 * POST /api/v1/appointments: assumed.
 */
export const addLeadWithAppointment = defineOperation({
  ...leadOperation,
  name: 'enerflo.lead.add-with-appointment',
  label: 'Add a lead with an appointment',
  words: 'Adds a lead and an appointment with it in one request.',
  evidence: 'assumed',
  input: z
    .strictObject({
      ...leadFields,
      appointment_type: field.pick('Type of appointment', 'appointment-type'),
      start: field.moment('Begins'),
      end: field.moment('Ends'),
    })
    .refine(({ start, end }) => end > start, { path: ['end'], error: 'It must end after it begins.' }),
  request: (input, { settings }) =>
    leadRequest(input, settings, {
      appointment: {
        appointment_type: Number(input.appointment_type),
        start: enerfloTime(input.start),
        end: enerfloTime(input.end),
      },
    }),
  sideEffects: (input) => [
    ...leadOperation.sideEffects(input),
    {
      code: 'tells-of-appointment',
      text: 'Enerflo may tell the homeowner and the assigned user of the appointment.',
      agree: false,
    },
  ],
  // The customer's own row tells nothing of appointments: they are read as a list, which may show it late. That it is not
  // in it may as well mean that these keys, which are assumed, were passed over. One of another time or type is this one
  // only where it came since.
  made: {
    ...leadOperation.made,
    also: {
      request: ({ subjects: [customer] }) => (customer ? readAppointmentsRequest(customer.id) : null),
      values: (body, _answer, input, sentAt) => {
        if (!isList(body)) return null;
        const came = (one: JsonObject) => !isCalledOff(one) && cameAfter(cameAt(one), sentAt);
        const row = madeIn(body, input) ?? rowsOf(body).find(came);
        if (!row) return 'not-yet';
        const { values, labels } = appointmentValues(row);
        const { appointment_type, start, end } = values;
        return {
          values: filled({ appointment_type, start, end }),
          ...(labels && { labels }),
          subjects: appointmentOf(row),
        };
      },
      what: 'appointment',
      notYet:
        'Enerflo does not list its appointment: it may come late, or Enerflo may not have taken it. Look at the customer in Enerflo after some minutes: if it is not there, make it with that customer, instead of sending the lead again.',
    },
  },
  // That the lead is there does not tell whether its appointment is: that is looked for at the lead.
  lookUp: {
    ...leadOperation.lookUp,
    found: (body, input) => foundLead(leadIn(body, input)),
    next: {
      request: ({ subjects }) => readAppointmentsRequest(subjects[0]?.id ?? ''),
      tells: isList,
      found: (body, lead, input) => {
        if (!isList(body)) return null;
        const row = madeIn(body, input);
        if (!row) {
          const text = 'The lead is in Enerflo, but this appointment is not.';
          const whatToDo = 'Make the appointment with that customer, instead of sending the lead again.';
          return { partly: { text, whatToDo, subjects: lead.subjects } };
        }
        const subjects = [...lead.subjects, ...appointmentOf(row)];
        return { words: 'The lead and its appointment are there.', subjects, data: row };
      },
    },
  },
  noUndo: 'Neither the lead nor the appointment can be taken back from here: delete them in Enerflo.',
});

function appointmentOf(row: JsonObject): Subject[] {
  const id = appointmentIdOf(row);
  return id === null ? [] : [{ kind: 'enerflo.appointment', id }];
}
