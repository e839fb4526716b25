import type { EventType } from '../event-type.ts';
import { appointmentRecords } from './appointment-records.ts';
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
  samples: [
    {
      title: 'As seen in production, with made-up values',
      evidence: 'captured',
      text: `{
  "webhook_event": "update_appointment",
  "id": 7002,
  "status": "Confirmed",
  "length_minutes": 60,
  "appointment_type": { "id": 3, "name": "Site visit", "status": "active" },
  "times": {
    "iso8601": { "start_time": "2025-03-10T09:00:00-07:00", "end_time": "2025-03-10T10:00:00-07:00" },
    "unix": { "unix_time": 1741622400, "unix_time_end": 1741626000 }
  },
  "deal_id": null,
  "customer": {
    "id": 2860315,
    "first_name": "Ada",
    "last_name": "Sample",
    "address": { "street": "9 Example Way", "city": "Mesa", "state": "AZ", "zip": "85201" }
  },
  "assignee": { "id": 40773, "email": "sam.agent@example.com", "first_name": "Sam", "last_name": "Agent" },
  "creator": {},
  "external_notes": "Please bring a utility bill.",
  "internal_notes": ""
}`,
    },
  ],
};
