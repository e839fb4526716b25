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

/** A change order as Sunnova's page prints it (but for the stage that it prints twice), with the fields that a test changes. */
export function changeOrder(changed: Record<string, unknown>) {
  return {
    System_Project: 'a8u8L0000004GcXQAU',
    Stage: 'NTP',
    Status: 'Approved',
    Portal_Description: 'Change Order',
    Name: 'SNV-PB-4901369',
    Work_Order_Required: true,
    Customer_Signature_Required: true,
    Contract_Amendment_Required: true,
    ...changed,
  };
}

/** A project block as Sunnova's page prints it, with the fields that a test changes. */
export function projectBlock(changed: Record<string, unknown>) {
  return {
    System_Project_Installation_Partner_Account: '001E000000S0DpNIAV',
    System_Project_PartnerAccount: '001E000000S0DpNIAV',
    System_Project_StageName: 'Completed',
    System_Project_Status: 'InService',
    System_Project: 'a8uE00000004EBjIAM',
    Block_Type: 'Document - Upload',
    Date_of_Approval: '2024-02-07T20:25:02.000Z',
    Portal_Description: 'Design Package',
    Responsible_Party: 'Partner',
    System: 'NS0343',
    System1: 'a07E0000007CIPcIAO',
    Project_Block_Rejection_Count: null,
    Engineering_Review_Rejection_Reason: null,
    Approved_By: 'Sunnova Admin',
    Status: 'Submitted',
    ...changed,
  };
}
