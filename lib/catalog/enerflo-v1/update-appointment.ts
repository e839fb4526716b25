import type { EventType } from '../event-type.ts';
import { appointmentRecords } from './appointment-records.ts';
import { appointmentSample } from './appointment-sample.ts';
import { isNamed } from './named.ts';

export const updateAppointment: EventType = {
  name: 'enerflo.v1.update_appointment',
  source: 'enerflo',
  vendorName: 'update_appointment',
  label: 'Appointment changed',
  trigger: 'An appointment was changed; it also comes right after every creation, and in several copies.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'captured',
  shape: 'known',
  claims: (core) => isNamed(core, 'update_appointment'),
  records: appointmentRecords,
  // The times it tells are those of the appointment, not of the event.
  timeFrom: [],
  coreFields: [],
  samples: [appointmentSample('update_appointment', 7002, 'Confirmed')],
};
