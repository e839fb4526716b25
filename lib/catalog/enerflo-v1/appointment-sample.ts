import type { Sample } from '../event-type.ts';

/** The nested form of an appointment event as a handler in production reads it (field-facts 4.11), with made-up values. */
export function appointmentSample(name: string, id: number, status: string): Sample {
  return {
    title: 'As seen in production, with made-up values',
    evidence: 'captured',
    text: `{
  "webhook_event": "${name}",
  "id": ${id},
  "status": "${status}",
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
  };
}
