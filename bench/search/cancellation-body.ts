import { reasonRows } from '#lib/catalog/cancellation/reasons.ts';
import { cancellationStatuses } from '#lib/catalog/cancellation/statuses.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Seeded } from '../seeded.ts';
import type { Homeowner } from './homeowner.ts';

/** A case of this homeowner; one in ten has a second one. Reasons are skewed: the commonest is that of one in three. */
export function cancellationBody(made: Seeded, of: Homeowner): JsonObject {
  const month = 1 + (of.number % 3);
  const second = of.number % 10 === 0 && made.flag();
  const Requested_Date = `2026-0${month}-${10 + (of.number % 18)}`;
  const share = made.int(0, 999) / 1_000;
  const status = cancellationStatuses[made.int(0, cancellationStatuses.length - 1)]?.status ?? 'New';
  return {
    Status: status,
    System: `SYS-${of.number}`,
    System_Project: of.systemProject,
    CreatedDate: `${Requested_Date}T${second ? '18' : '09'}:30:00.000Z`,
    LastModifiedDate: `2026-0${made.int(month, 9)}-${made.int(10, 28)}T10:${made.int(10, 59)}:00.000Z`,
    Contact_Name: `${of.firstName} ${of.lastName}`,
    Requested_Date,
    Cancellation_Reason: reasonRows[Math.floor(share ** 3 * reasonRows.length)]?.[0] ?? null,
    Cancellation_Category: made.pick(['Customer', 'Partner Issues', 'Credit', 'Site']),
    Cancellation_Description: null,
    Cancellation_Requested_By: made.pick(['Sunnova', 'Partner', 'Customer']),
    Saved_Cancellation: status === 'Saved' ? made.int(0, 9) > 0 : false,
    Confirmed_Cancellation: status === 'Closed' ? made.int(0, 9) > 1 : false,
    System_Installation_Address: `${of.street}, ${of.city} AZ ${of.zip} United States`,
    System_Installation_Address_City: of.city,
    System_Installation_Address_State: 'AZ',
    System_Installation_Address_Line_1: of.street,
    System_Installation_Address_Zip_Code: of.zip,
    System_Project_Primary_Customer_Name: `${of.firstName} ${of.lastName}`.toUpperCase(),
    System_Project_Partner_Salesperson_Name: `Agent ${of.number % 80}`,
  };
}
