import type { RecordKind } from '../record-kind.ts';
import { personal, plain, reference } from './field.ts';

/**
 * A customer or lead of Enerflo. 1.0 tells it in snake_case with an `address{street,…}` and an integer id, 2.0 in
 * camelCase with an `address{line1,…}` and a uuid: two ids of one person that no webhook ties together.
 */
export const enerfloCustomer: RecordKind = {
  kind: 'enerflo.customer',
  label: 'Enerflo customer',
  id: ['id'],
  clock: ['timestamps.updated_at', 'updated_at', 'updated'],
  fields: [
    personal('firstName', 'First name', 'text', 'first_name', 'firstName'),
    personal('lastName', 'Last name', 'text', 'last_name', 'lastName'),
    personal('fullName', 'Full name', 'text', 'full_name', 'fullName', 'name'),
    personal('email', 'Email', 'email', 'email'),
    personal('phone', 'Phone', 'phone', 'phone'),
    personal('mobile', 'Mobile', 'phone', 'mobile'),
    personal('street', 'Street', 'text', 'address.street', 'address.line1', 'address'),
    personal('street2', 'Street, second line', 'text', 'address.line2'),
    personal('street3', 'Street, third line', 'text', 'address.line3'),
    personal('city', 'City', 'text', 'address.city', 'city'),
    plain('state', 'State', 'text', 'address.state', 'state'),
    personal('zip', 'ZIP code', 'zip', 'address.zip', 'address.postalCode', 'zip'),
    plain('county', 'County', 'text', 'address.county'),
    plain('country', 'Country', 'text', 'address.country'),
    personal('fullAddress', 'Full address', 'text', 'address.full_address', 'address.fullAddress'),
    personal('latitude', 'Latitude', 'number', 'address.latitude', 'address.lat', 'lat'),
    personal('longitude', 'Longitude', 'number', 'address.longitude', 'address.lng', 'lng'),
    plain('timeZone', 'Time zone', 'text', 'customer_timezone', 'timezone', 'tz'),
    plain('leadSource', 'Lead source', 'text', 'lead_source', 'leadSource'),
    plain('status', 'Status', 'text', 'status.name', 'status_name', 'status'),
    reference('externalId', 'External id', 'external', 'external_id', 'externalId'),
    reference(
      'leadOwnerId',
      'Lead owner id',
      'enerflo.user',
      'leadOwner.id',
      'leadOwner.uuid',
      'leadOwner.userId',
    ),
    personal('leadOwnerEmail', 'Lead owner email', 'email', 'leadOwner.email'),
    reference('salesRepId', 'Sales rep id', 'enerflo.user', 'salesRep.id'),
    plain('createdAt', 'Created', 'instant', 'timestamps.created_at', 'created_at', 'created'),
    plain('deletedAt', 'Deleted', 'instant', 'timestamps.deleted_at', 'deleted_at'),
  ],
};
