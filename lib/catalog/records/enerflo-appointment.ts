import type { RecordKind } from '../record-kind.ts';
import { nameOf, personal, plain, reference } from './field.ts';

/**
 * An appointment with a customer, in two forms: nested (`times.unix`, `times.iso8601`, `appointment_type`), as
 * received in production, and flat (about 30 time fields, `enerflo_apt_id`), as documented. Times with a zone
 * (unix, ISO, zulu) are read before the bare ones, which are in the appointment's zone `tz`.
 */
export const enerfloAppointment: RecordKind = {
  kind: 'enerflo.appointment',
  label: 'Enerflo appointment',
  id: ['enerflo_apt_id', 'id'],
  clock: [],
  zone: ['tz'],
  fields: [
    plain('name', 'Name', 'text', 'name'),
    plain('status', 'Status', 'text', 'status.name', 'status'),
    nameOf('typeId', plain('type', 'Type', 'text', 'appointment_type.name')),
    reference('typeId', 'Type id', 'enerflo.appointment-type', 'appointment_type.id'),
    plain(
      'startsAt',
      'Starts',
      'instant',
      'times.unix.unix_time',
      'unix_time',
      'times.iso8601.start_time',
      'start_time_iso8601',
      'appointment_start_time_iso8601',
      'start_time_zulu',
      'appointment_start_time_zulu',
      'start_time',
      'appointment_start_time',
    ),
    plain(
      'endsAt',
      'Ends',
      'instant',
      'times.unix.unix_time_end',
      'unix_time_end',
      'times.iso8601.end_time',
      'end_time_iso8601',
      'appointment_end_time_iso8601',
      'end_time_zulu',
      'appointment_end_time_zulu',
      'end_time',
      'appointment_end_time',
    ),
    plain('date', 'Date', 'date', 'appointment_date'),
    plain('timeZone', 'Time zone', 'text', 'tz'),
    plain('lengthMinutes', 'Length (minutes)', 'integer', 'length_minutes', 'len'),
    reference('customerId', 'Customer id', 'enerflo.customer', 'customer.id', 'enerflo_customer_id'),
    reference('externalCustomerId', 'External customer id', 'external', 'external_customer_id'),
    reference('dealId', 'Deal id', 'enerflo.deal', 'deal_id', 'survey_id'),
    reference('assigneeId', 'Assignee id', 'enerflo.user', 'assignee.id'),
    personal('assigneeFirstName', 'Assignee first name', 'text', 'assignee.first_name'),
    personal('assigneeLastName', 'Assignee last name', 'text', 'assignee.last_name'),
    personal('assigneeEmail', 'Assignee email', 'email', 'assignee.email'),
    personal('externalNotes', 'Notes for the customer', 'text', 'external_notes'),
    personal('internalNotes', 'Internal notes', 'text', 'internal_notes'),
  ],
};
