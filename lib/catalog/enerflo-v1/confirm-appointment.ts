import type { EventType } from '../event-type.ts';
import { mainById } from '../record-use.ts';
import { enerfloAppointment } from '../records/enerflo-appointment.ts';

export const confirmAppointment: EventType = {
  name: 'enerflo.v1.confirm_appointment',
  source: 'enerflo',
  vendorName: 'confirm_appointment',
  label: 'Appointment confirmed',
  trigger: 'The customer confirmed an appointment.',
  guideStage: null,
  receivedBy: 'sales organisation',
  evidence: 'documented',
  // No payload was ever shown; the id is taken to lie where the other appointment events have it.
  shape: 'unknown',
  claims: () => false,
  records: [mainById(enerfloAppointment, 'enerflo_apt_id', 'id')],
  timeFrom: [],
  coreFields: [],
  samples: [],
};
