import type { RecordKind } from '../record-kind.ts';
import { personal, plain, reference } from './field.ts';

/**
 * A cancellation case of a system project. It has no id of its own: project and time of creation together are its
 * key. `System` is the record's id here, while in a project block it is a short code.
 */
export const sunnovaCancellation: RecordKind = {
  kind: 'sunnova.cancellation',
  label: 'Sunnova cancellation case',
  id: [],
  idParts: [
    { from: ['System_Project'], type: 'id' },
    { from: ['CreatedDate'], type: 'instant', optional: true },
  ],
  salesforceId: true,
  clock: ['LastModifiedDate'],
  fields: [
    plain('status', 'Case status', 'text', 'Status'),
    plain('reason', 'Cancellation reason', 'text', 'Cancellation_Reason'),
    plain('category', 'Cancellation category', 'text', 'Cancellation_Category'),
    personal('description', 'Description', 'text', 'Cancellation_Description'),
    plain('requestedBy', 'Requested by', 'text', 'Cancellation_Requested_By'),
    plain('requestedOn', 'Requested on', 'date', 'Requested_Date'),
    plain('isConfirmed', 'Cancellation confirmed', 'boolean', 'Confirmed_Cancellation'),
    plain('isSaved', 'Cancellation voided', 'boolean', 'Saved_Cancellation'),
    plain('createdAt', 'Created', 'instant', 'CreatedDate'),
    personal('fullName', 'Homeowner', 'text', 'System_Project_Primary_Customer_Name'),
    personal('contactName', 'Contact', 'text', 'Contact_Name'),
    personal('salesperson', 'Salesperson', 'text', 'System_Project_Partner_Salesperson_Name'),
    personal('fullAddress', 'Full address', 'text', 'System_Installation_Address'),
    personal('street', 'Street', 'text', 'System_Installation_Address_Line_1'),
    personal('city', 'City', 'text', 'System_Installation_Address_City'),
    plain('state', 'State', 'text', 'System_Installation_Address_State'),
    personal('zip', 'ZIP code', 'zip', 'System_Installation_Address_Zip_Code'),
    plain('county', 'County', 'text', 'System_Installation_Address_County'),
    plain('country', 'Country', 'text', 'System_Installation_Address_Country'),
    personal('latitude', 'Latitude (approximate)', 'number', 'System_Approximate_Latitude'),
    personal('longitude', 'Longitude (approximate)', 'number', 'System_Approximate_Longitude'),
    plain('elevation', 'Elevation (approximate)', 'number', 'System_Approximate_Elevation'),
    reference('systemProjectId', 'System project id', 'sunnova.system-project', 'System_Project'),
    reference('systemId', 'System id', 'sunnova.system', 'System'),
  ],
};
