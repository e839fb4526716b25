/** What the stand-in Sunnova holds. Times are ms since 1970. */

export type SunnovaPerson = {
  firstName: string;
  lastName: string;
  email: string;
  /** Ten digits. */
  phone: string;
  street: string;
  city: string;
  state: string;
  zip: string;
  county: string;
  latitude: number;
  longitude: number;
};

export type Lead = SunnovaPerson & {
  id: string;
  personId: string;
  /** 15 signs, as in the printed sample. */
  systemId: string;
  status: string;
  leadSource: string;
  webTracking: string | null;
  detail: string | null;
  repName: string;
  /** The dealer's own key. */
  externalId: string | null;
  appointment: Appointment | null;
};

export type Appointment = {
  id: string;
  subject: string;
  status: string;
  minutes: number;
  startsAt: number;
  createdAt: number;
  changedAt: number;
};

export type Credit = {
  personId: string;
  leadId: string;
  status: string;
  detail: string | null;
  declinedReason: string | null;
  runAt: number;
};

export type Project = {
  id: string;
  /** `UD004487427` */
  sunnovaId: string;
  systemId: string;
  /** `NS0343` */
  systemCode: string;
  leadId: string;
  stage: string;
  status: string;
  salesperson: string;
};

export type Block = {
  projectId: string;
  type: string;
  description: string;
  party: string;
  status: string;
  approvedAt: number | null;
  approvedBy: string | null;
  rejections: number | null;
  rejectionReason: string | null;
};

export type ChangeOrder = {
  /** `SNV-PB-4901369` */
  name: string;
  projectId: string;
  status: string;
  stage: string;
  needsWorkOrder: boolean;
  needsSignature: boolean;
  needsAmendment: boolean;
};

export const caseStatuses = ['New', 'In Process', 'Pending Partner Response', 'Closed', 'Saved'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export type CancellationCase = {
  projectId: string;
  status: CaseStatus;
  reason: string;
  category: string;
  description: string | null;
  requestedBy: string;
  createdAt: number;
  changedAt: number;
};
