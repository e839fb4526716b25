/** Bodies as the Enerflo guide prints them (steps 1.2 and 4.2), with made-up people and the fields a test changes. */
export function customer(changed: Record<string, unknown>) {
  return {
    webhook_event: 'new_customer',
    id: 2860314,
    external_id: null,
    first_name: 'Test',
    last_name: 'RCustomer',
    full_name: 'Test RCustomer',
    email: 'test@example.com',
    phone: '(000) 000-0000',
    address: {
      street: '123 Example St',
      city: 'Sample City',
      state: 'EX',
      zip: '12345',
      county: 'Example County',
    },
    customer_timezone: 'America/Chicago',
    lead_source: '',
    timestamps: {
      deleted_at: null,
      created_at: '2025-01-14 15:47:29',
      updated_at: '2025-01-14 15:47:29',
      timezone: 'UTC',
    },
    ...changed,
  };
}

export function install(changed: Record<string, unknown>) {
  return {
    body: {
      id: 4453459,
      epc_company_id: 1234,
      company_id: 1234,
      status_id: 4,
      created_at: '2024-08-09 15:31:41',
      updated_at: '2024-08-09 15:31:41',
      deleted_at: null,
      agreement_url: null,
      eventName: 'update_install',
      ...changed,
    },
  };
}

/** The cancellation as Sunnova's page prints it, with a made-up homeowner and the fields that a test changes. */
export function cancellation(changed: Record<string, unknown>) {
  return {
    Status: 'Closed',
    System: 'a074W00001N8nDxQAJ',
    CreatedDate: '2024-05-09T21:49:52.000Z',
    Contact_Name: 'Cora Cancelled',
    Requested_Date: '2024-05-09',
    System_Project: 'a8u4W0000011bdNQAQ',
    LastModifiedDate: '2024-06-08T21:49:03.000Z',
    Saved_Cancellation: false,
    Cancellation_Reason: 'Excessive Time to Complete',
    Cancellation_Category: 'Partner Issues',
    Confirmed_Cancellation: false,
    Cancellation_Description: null,
    Cancellation_Requested_By: 'Sunnova',
    System_Approximate_Latitude: 27.5154373,
    System_Installation_Address: '1814 5TH ST W, PALMETTO FL 34221 United States',
    System_Approximate_Elevation: 2.284232139587402,
    System_Approximate_Longitude: -82.5875918,
    System_Installation_Address_City: 'PALMETTO',
    System_Installation_Address_State: 'FL',
    System_Installation_Address_County: 'Manatee County',
    System_Installation_Address_Line_1: '1814 5TH ST W',
    System_Installation_Address_Country: 'United States',
    System_Installation_Address_Zip_Code: '34221',
    System_Project_Primary_Customer_Name: 'CORA CANCELLED',
    System_Project_Partner_Salesperson_Name: 'Sal Example',
    ...changed,
  };
}
