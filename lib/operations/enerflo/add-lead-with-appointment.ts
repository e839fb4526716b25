import { z } from 'zod';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { enerfloTime } from './enerflo-time.ts';
import { leadFields } from './lead-fields.ts';
import { leadOperation, leadRequest } from './lead-operation.ts';

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
  // That the lead is there does not tell whether its appointment is: it may have been there before.
  lookUp: undefined,
  noUndo: 'Neither the lead nor the appointment can be taken back from here: delete them in Enerflo.',
});
