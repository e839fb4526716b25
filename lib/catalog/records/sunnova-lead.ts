import type { RecordKind } from '../record-kind.ts';
import { personal, plain, reference } from './field.ts';

/** A lead of Sunnova with the appointment it was assigned with. No clock: only the appointment tells times. */
export const sunnovaLead: RecordKind = {
  kind: 'sunnova.lead',
  label: 'Sunnova lead',
  id: ['Id', 'lead', 'Lead'],
  salesforceId: true,
  clock: [],
  fields: [
    plain('status', 'Status', 'text', 'Status'),
    personal('firstName', 'First name', 'text', 'FirstName'),
    personal('lastName', 'Last name', 'text', 'LastName'),
    personal('fullName', 'Full name', 'text', 'Name'),
    personal('email', 'Email', 'email', 'Email'),
    personal('phone', 'Phone', 'phone', 'Phone'),
    personal('street', 'Street', 'text', 'Street'),
    personal('city', 'City', 'text', 'City'),
    plain('state', 'State', 'text', 'State'),
    personal('zip', 'ZIP code', 'zip', 'PostalCode'),
    plain('country', 'Country', 'text', 'Country'),
    personal('latitude', 'Latitude (approximate)', 'number', 'Approximate_Latitude'),
    personal('longitude', 'Longitude (approximate)', 'number', 'Approximate_Longitude'),
    plain('leadSource', 'Lead source', 'text', 'LeadSource'),
    personal('detail', 'Detail', 'text', 'Lead_Detail'),
    personal('repName', 'Retail rep', 'text', 'Retail_Rep_Name'),
    plain('webTracking', 'Web tracking', 'text', 'WebTracking'),
    reference('externalId', 'External id', 'external', 'ID_Ext'),
    // As written, with 15 or 18 characters; the record's own id is always the short form.
    reference('leadId', 'Lead id as written', 'sunnova.lead', 'Id', 'lead', 'Lead'),
    plain('isConverted', 'Converted', 'boolean', 'Is_Converted'),
    reference('appointmentId', 'Appointment id', 'sunnova.appointment', 'Appointment.AppointmentID'),
    personal('appointmentSubject', 'Appointment', 'text', 'Appointment.Subject'),
    plain('appointmentStatus', 'Appointment status', 'text', 'Appointment.Status'),
    plain('appointmentMinutes', 'Appointment length (minutes)', 'integer', 'Appointment.DurationinMinutes'),
    plain('appointmentStartsAt', 'Appointment starts', 'instant', 'Appointment.UTCStartDateTime'),
    plain('appointmentEndsAt', 'Appointment ends', 'instant', 'Appointment.UTCEndDateTime'),
    plain('appointmentCreatedAt', 'Appointment created', 'instant', 'Appointment.Created_Date'),
    plain('appointmentUpdatedAt', 'Appointment updated', 'instant', 'Appointment.Last_Modified_Date'),
  ],
};
