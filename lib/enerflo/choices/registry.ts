import type { PickKind } from '#lib/operations/field-words.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { pickAppointment } from './pick-appointment.ts';
import { pickAppointmentType } from './pick-appointment-type.ts';
import { pickChangeOrder } from './pick-change-order.ts';
import { pickCustomer } from './pick-customer.ts';
import { pickDeal } from './pick-deal.ts';
import { pickInstall } from './pick-install.ts';
import { pickMilestone } from './pick-milestone.ts';
import { pickNote } from './pick-note.ts';
import { pickOffice } from './pick-office.ts';
import { pickStatus } from './pick-status.ts';
import { pickUser } from './pick-user.ts';

/** How each kind of thing in Enerflo is chosen by name. */
export const choiceReaders: Record<PickKind, ChoiceReader> = {
  install: pickInstall,
  milestone: pickMilestone,
  status: pickStatus,
  user: pickUser,
  customer: pickCustomer,
  office: pickOffice,
  appointment: pickAppointment,
  'appointment-type': pickAppointmentType,
  note: pickNote,
  deal: pickDeal,
  'change-order': pickChangeOrder,
};
