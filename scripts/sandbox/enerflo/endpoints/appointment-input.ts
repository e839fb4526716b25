import { z } from 'zod';
import { invalid, jsonAnswer, Refusal } from '../answering/answer.ts';
import type { Ask } from '../answering/ask.ts';
import { mustBeOf } from '../answering/row-of.ts';
import type { Appointment } from '../state/rows.ts';
import { foundCustomers, userByEmail } from './found-customers.ts';

/** `yyyy-mm-dd hh:mm:ss`, UTC unless an offset follows. */
export const timeSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?$/)
  .transform((text) => {
    const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`;
    return new Date(zoned.replace(' ', 'T'));
  })
  .refine((time) => !Number.isNaN(time.getTime()));

export const appointmentSchema = z.object({
  customer: z.union([z.string().min(1), z.number()]),
  appointment_type: z.coerce.number().int().positive(),
  start: timeSchema,
  end: timeSchema,
  survey_id: z.coerce.number().int().positive().nullish(),
  creator: z.string().nullish(),
  user: z.string().nullish(),
});

/** Refuses an appointment of a type that there isn't, or that ends before it begins. */
export function checkAppointment(
  state: Ask['state'],
  given: Pick<z.infer<typeof appointmentSchema>, 'appointment_type' | 'start' | 'end'>,
): void {
  mustBeOf(state.appointmentTypes, 'appointment_type', given.appointment_type);
  if (given.end <= given.start) throw invalid({ end: ['The end must be a date after start.'] });
}

/** Makes an appointment; the customer by integer id or e-mail, which a search must find. */
export function makeAppointment(
  { state, settings, user }: Pick<Ask, 'state' | 'settings' | 'user'>,
  given: z.infer<typeof appointmentSchema>,
  dealId?: number,
): Appointment {
  const wanted = String(given.customer).trim().toLowerCase();
  const byId = /^\d+$/.test(wanted) ? state.customers.get(Number(wanted)) : undefined;
  const customer =
    byId ?? foundCustomers({ state, settings }).find((one) => one.email?.toLowerCase() === wanted);
  if (!customer) throw new Refusal(jsonAnswer(404, { message: 'No customer found' }));
  checkAppointment(state, given);
  const assignee = userByEmail(state, given.user);
  return state.addAppointment(
    {
      customerId: customer.id,
      typeId: given.appointment_type,
      start: given.start,
      end: given.end,
      dealId: dealId ?? given.survey_id ?? null,
      creatorUserId: userByEmail(state, given.creator)?.id ?? user.id,
      ...(assignee ? { assigneeUserId: assignee.id } : {}),
    },
    'api',
  );
}
