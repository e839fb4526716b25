import type { EventType } from '../event-type.ts';
import { appointmentRecords } from './appointment-records.ts';
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
  samples: [
    {
      title: 'As seen in production, with made-up values',
      evidence: 'captured',
      text: `{
  "webhook_event": "new_appointment",
  "id": 7001,
  "status": "Requested",
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
