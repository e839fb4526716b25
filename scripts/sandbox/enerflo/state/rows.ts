/** What the stand-in keeps, one type a table. Rows are never changed in place: a change puts a new one. */

export type Company = {
  id: number;
  uuid: string;
  name: string;
  kind: 'sales' | 'installer';
  timezone: string;
};

export type Office = {
  id: number;
  companyId: number;
  name: string;
  city: string;
  state: string;
  timezone: string;
};

/** `agentId` is the id of a user in a company: what rows call `agent_id`, and no user's id. */
export type User = {
  id: number;
  uuid: string;
  agentId: number;
  companyId: number;
  officeId: number;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  timezone: string;
  roles: string[];
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
};

export type InstallStatus = { id: number; companyId: number; name: string };
export type AppointmentType = { id: number; companyId: number; name: string; lengthMinutes: number };
export type DealType = { id: number; companyId: number; installCompanyId: number; name: string };

/** A milestone as an installer defines it, for all of its installs. */
export type MilestoneDefinition = {
  id: number;
  companyId: number;
  /** Its own external id ("Integration Mapping"). */
  mid: string | null;
  sequence: number;
  title: string;
  description: string;
  /** Enerflo writes to the homeowner when such a milestone starts or is done. */
  notifyCustomer: boolean;
  visibleCustomer: boolean;
  createdAt: Date;
  updatedAt: Date;
};

export type Address = { street: string; city: string; state: string; zip: string };

export type Customer = Address & {
  id: number;
  uuid: string;
  companyId: number;
  officeId: number | null;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  latitude: number | null;
  longitude: number | null;
  timezone: string;
  leadSource: string | null;
  status: string;
  agentUserId: number | null;
  setterUserId: number | null;
  creatorUserId: number;
  /** What was sent as `integration_record_id`. */
  recordId: string | null;
  /** Until a deal is begun: the API refuses to change it then (403). */
  unconverted: boolean;
  notes: { id: number; text: string; userId: number; createdAt: Date }[];
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
};

/** Size, equipment and money of a system, dollars and watts. */
export type System = {
  sizeWatts: number;
  panelCount: number;
  panel: { id: number; name: string; manufacturer: string; model: string; watts: number };
  inverter: { id: number; name: string; manufacturer: string; model: string };
  inverterCount: number;
  batteryCount: number;
  firstYearProduction: number;
  /** Of the year's use; above 1 where more is made than used. */
  offset: number;
  utility: { id: number; name: string };
  lender: string;
  financeMethod: string;
  grossCost: number;
  baseCost: number;
  dealerFees: number;
  downPayment: number;
  adders: { id: number; name: string; cost: number; quantity: number }[];
};

/** A deal: "survey" in the older API, where it has an integer id. */
export type Deal = {
  id: number;
  uuid: string;
  shortCode: string;
  customerId: number;
  companyId: number;
  installCompanyId: number;
  dealTypeId: number;
  agentUserId: number | null;
  stage: 'open' | 'signed' | 'submitted' | 'voided';
  submissions: number;
  system: System;
  createdAt: Date;
  updatedAt: Date;
  submittedAt: Date | null;
};

export type Install = {
  id: number;
  dealId: number;
  customerId: number;
  companyId: number;
  installCompanyId: number;
  officeId: number | null;
  agentUserId: number | null;
  setterUserId: number | null;
  agreementId: number;
  statusId: number;
  /** In the order of their definitions. */
  milestoneIds: readonly number[];
  system: System;
  /** What was sent as `install_integration_id`. */
  recordId: string | null;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
};

/** A milestone of one install; dates are `YYYY-MM-DD`. */
export type Milestone = {
  id: number;
  installId: number;
  definitionId: number;
  startDate: string | null;
  estimatedCompletionDate: string | null;
  completedOn: string | null;
  createdAt: Date;
  updatedAt: Date;
};

export type Note = {
  id: number;
  installId: number;
  milestoneId: number | null;
  userId: number;
  text: string;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
};

export type Appointment = {
  id: number;
  customerId: number;
  dealId: number | null;
  typeId: number;
  start: Date;
  end: Date;
  status: 'scheduled' | 'confirmed' | 'cancelled';
  assigneeUserId: number | null;
  creatorUserId: number;
  notes: string;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
};

/** `values`: what changes, each with what it was. */
export type ChangeOrder = {
  id: number;
  installId: number;
  companyId: number;
  creatorUserId: number;
  values: Record<string, { old: ChangeValue; new: ChangeValue }>;
  status: 'pending' | 'complete' | 'voided';
  notes: string;
  createdAt: Date;
  updatedAt: Date;
  signedAt: Date | null;
};
type ChangeValue = string | number | null | Record<string, Record<string, string | number | boolean>>;
