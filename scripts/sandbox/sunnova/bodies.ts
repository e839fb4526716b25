import type { Block, CancellationCase, ChangeOrder, Credit, Lead, Project } from './records.ts';

/** The eight bodies, key for key as Sunnova's webhook page prints them; written as valid JSON. */

const month = 30 * 86_400_000;
const instant = (time: number) => new Date(time).toISOString();

export function leadAssignmentBody(lead: Lead): object {
  const { appointment } = lead;
  return {
    Status: lead.status,
    Retail_Rep_Name: lead.repName,
    Lead_Detail: lead.detail,
    WebTracking: lead.webTracking,
    Approximate_Longitude: String(lead.longitude),
    Approximate_Latitude: String(lead.latitude),
    LeadSource: lead.leadSource,
    Country: null,
    PostalCode: lead.zip,
    State: lead.state,
    City: lead.city,
    Street: lead.street,
    Phone: lead.phone,
    Email: lead.email,
    LastName: lead.lastName,
    FirstName: lead.firstName,
    Name: null,
    Id: lead.id,
    Appointment: appointment && {
      Last_Modified_Date: instant(appointment.changedAt),
      Created_Date: instant(appointment.createdAt),
      Status: appointment.status,
      DurationinMinutes: String(appointment.minutes),
      UTCStartDateTime: instant(appointment.startsAt),
      UTCEndDateTime: instant(appointment.startsAt + appointment.minutes * 60_000),
      Subject: appointment.subject,
      AppointmentID: appointment.id,
    },
  };
}

export function leadStatusBody(lead: Lead): object {
  return {
    LeadSource: lead.leadSource,
    Status: lead.status,
    PostalCode: lead.zip,
    State: lead.state,
    City: lead.city,
    Street: lead.street,
    Email: lead.email,
    LastName: lead.lastName,
    FirstName: lead.firstName,
    ID_Ext: lead.externalId,
    Id: lead.id,
    lead: lead.id,
  };
}

/** Run to expiry is three months in the printed sample. */
export function creditStatusBody(credit: Credit): object {
  return {
    Credit_Expiration_Date_New: instant(credit.runAt + 3 * month),
    Credit_Run_Date: instant(credit.runAt),
    Credit_Declined_Reason: credit.declinedReason,
    Credit_Status_Detail: credit.detail,
    Credit_Status: credit.status,
    lead_person: credit.personId,
  };
}

export function contractSignedBody(lead: Lead, project: Project, quoteId: string): object {
  return {
    System_Project_Id: project.id,
    Sunnova_Id: project.sunnovaId,
    Lead_Quote_Id: quoteId,
    Installation_Partner_Account: partner.name,
    Originator_Partner_Account: partner.name,
    LeadSource: lead.leadSource,
    Status: lead.status,
    PostalCode: lead.zip,
    State: lead.state,
    City: lead.city.toUpperCase(),
    Street: lead.street.toUpperCase(),
    Email: lead.email,
    LastName: lead.lastName,
    FirstName: lead.firstName,
    ID_Ext: lead.externalId,
    Id: lead.id,
    Is_Converted: true,
    lead: lead.id,
  };
}

export function designCompleteBody(lead: Lead): object {
  return { Lead: lead.id, System_Design_Status: 'Complete', lead_system: lead.systemId };
}

/** As text, because the page prints `Stage` twice: that of the change order's block, then that of the project. */
export function changeOrderText(order: ChangeOrder, project: Project): string {
  const pairs: [string, string | boolean][] = [
    ['System_Project', project.id],
    ['Stage', order.stage],
    ['Status', order.status],
    ['Portal_Description', 'Change Order'],
    ['Stage', project.stage],
    ['Name', order.name],
    ['Work_Order_Required', order.needsWorkOrder],
    ['Customer_Signature_Required', order.needsSignature],
    ['Contract_Amendment_Required', order.needsAmendment],
  ];
  return `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}

export function projectBlockBody(block: Block, project: Project): object {
  return {
    System_Project_Installation_Partner_Account: partner.id,
    System_Project_PartnerAccount: partner.id,
    System_Project_StageName: project.stage,
    System_Project_Status: project.status,
    System_Project: project.id,
    Block_Type: block.type,
    Date_of_Approval: block.approvedAt === null ? null : instant(block.approvedAt),
    Portal_Description: block.description,
    Responsible_Party: block.party,
    System: project.systemCode,
    System1: project.systemId,
    Project_Block_Rejection_Count: block.rejections,
    Engineering_Review_Rejection_Reason: block.rejectionReason,
    Approved_By: block.approvedBy,
    Status: block.status,
  };
}

export function cancellationCaseBody(one: CancellationCase, project: Project, lead: Lead): object {
  const street = lead.street.toUpperCase();
  const city = lead.city.toUpperCase();
  return {
    Status: one.status,
    System: project.systemId,
    CreatedDate: instant(one.createdAt),
    Contact_Name: `${lead.firstName} ${lead.lastName}`,
    Requested_Date: instant(one.createdAt).slice(0, 10),
    System_Project: project.id,
    LastModifiedDate: instant(one.changedAt),
    Saved_Cancellation: one.status === 'Saved',
    Cancellation_Reason: one.reason,
    Cancellation_Category: one.category,
    Confirmed_Cancellation: one.status === 'Closed',
    Cancellation_Description: one.description,
    Cancellation_Requested_By: one.requestedBy,
    System_Approximate_Latitude: lead.latitude,
    System_Installation_Address: `${street}, ${city} ${lead.state} ${lead.zip} United States`,
    System_Approximate_Elevation: Math.abs(lead.latitude * 7.31) % 400,
    System_Approximate_Longitude: lead.longitude,
    System_Installation_Address_City: city,
    System_Installation_Address_State: lead.state,
    System_Installation_Address_County: lead.county,
    System_Installation_Address_Line_1: street,
    System_Installation_Address_Country: 'United States',
    System_Installation_Address_Zip_Code: lead.zip,
    System_Project_Primary_Customer_Name: `${lead.firstName} ${lead.lastName}`.toUpperCase(),
    System_Project_Partner_Salesperson_Name: project.salesperson,
  };
}

/** The dealer, as Sunnova knows it. */
const partner = { id: '0014W00002aLzqQAE2', name: 'Copper Ridge Solar LLC' };
