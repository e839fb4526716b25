import type { EventType } from '../event-type.ts';
import { mainById } from '../record-use.ts';
import { enerfloAppointment } from '../records/enerflo-appointment.ts';

export const deleteAppointment: EventType = {
  name: 'enerflo.v1.delete_appointment',
  source: 'enerflo',
  vendorName: 'delete_appointment',
  label: 'Appointment cancelled',
  trigger: 'The partner cancelled an appointment.',
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
