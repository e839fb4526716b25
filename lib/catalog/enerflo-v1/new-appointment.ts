import type { EventType } from '../event-type.ts';
import { appointmentRecords } from './appointment-records.ts';
import { appointmentSample } from './appointment-sample.ts';
import { isNamed } from './named.ts';

export const newAppointment: EventType = {
  name: 'enerflo.v1.new_appointment',
  source: 'enerflo',
  vendorName: 'new_appointment',
  label: 'New appointment',
  trigger: 'An appointment was created; update_appointment follows at once.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'documented',
  shape: 'known',
  claims: (core) => isNamed(core, 'new_appointment'),
  records: appointmentRecords,
  // The times it tells are those of the appointment, not of the event.
  timeFrom: [],
  coreFields: [],
  samples: [appointmentSample('new_appointment', 7001, 'Requested')],
};
