import { crmEventType } from './crm/crm-event.ts';
import { completeSurvey } from './enerflo-v1/complete-survey.ts';
import { confirmAppointment } from './enerflo-v1/confirm-appointment.ts';
import { deleteAppointment } from './enerflo-v1/delete-appointment.ts';
import { newAppointment } from './enerflo-v1/new-appointment.ts';
import { newCustomer } from './enerflo-v1/new-customer.ts';
import { newInstall } from './enerflo-v1/new-install.ts';
import { newInstallNote } from './enerflo-v1/new-install-note.ts';
import { newNote } from './enerflo-v1/new-note.ts';
import { newSurvey } from './enerflo-v1/new-survey.ts';
import { projectMilestoneUpdated } from './enerflo-v1/project-milestone-updated.ts';
import { restoreInstall } from './enerflo-v1/restore-install.ts';
import { signedChangeOrder } from './enerflo-v1/signed-change-order.ts';
import { submitInstall } from './enerflo-v1/submit-install.ts';
import { updateAppointment } from './enerflo-v1/update-appointment.ts';
import { updateCustomer } from './enerflo-v1/update-customer.ts';
import { updateInstall } from './enerflo-v1/update-install.ts';
import { updateSurvey } from './enerflo-v1/update-survey.ts';
import { customerCreated } from './enerflo-v2/customer-created.ts';
import { customerUpdated } from './enerflo-v2/customer-updated.ts';
import { customerUpdatedV2 } from './enerflo-v2/customer-updated-v2.ts';
import { dealCreated } from './enerflo-v2/deal-created.ts';
import { dealCreatedBare } from './enerflo-v2/deal-created-bare.ts';
import { dealProjectReceived } from './enerflo-v2/deal-project-received.ts';
import { dealProjectSubmitted } from './enerflo-v2/deal-project-submitted.ts';
import { dealUpdated } from './enerflo-v2/deal-updated.ts';
import { dealUpdatedBare } from './enerflo-v2/deal-updated-bare.ts';
import { dealUpdatedV2 } from './enerflo-v2/deal-updated-v2.ts';
import { designCreated } from './enerflo-v2/design-created.ts';
import { designRequestCreated } from './enerflo-v2/design-request-created.ts';
import { designRequestCreatedDesignTeam } from './enerflo-v2/design-request-created-design-team.ts';
import { designRequestUpdated } from './enerflo-v2/design-request-updated.ts';
import { designRequestUpdatedDesignTeam } from './enerflo-v2/design-request-updated-design-team.ts';
import { designUpdated } from './enerflo-v2/design-updated.ts';
import type { EventType, Source } from './event-type.ts';
import type { RecordKind } from './record-kind.ts';
import { enerfloAppointment } from './records/enerflo-appointment.ts';
import { enerfloChangeOrder } from './records/enerflo-change-order.ts';
import { enerfloCustomer } from './records/enerflo-customer.ts';
import { enerfloDeal } from './records/enerflo-deal.ts';
import { enerfloDesign } from './records/enerflo-design.ts';
import { enerfloDesignRequest } from './records/enerflo-design-request.ts';
import { enerfloInstall } from './records/enerflo-install.ts';
import { enerfloMilestone } from './records/enerflo-milestone.ts';
import { enerfloNote } from './records/enerflo-note.ts';
import { sunnovaCancellation } from './records/sunnova-cancellation.ts';
import { sunnovaChangeOrder } from './records/sunnova-change-order.ts';
import { sunnovaContract } from './records/sunnova-contract.ts';
import { sunnovaCredit } from './records/sunnova-credit.ts';
import { sunnovaDesign } from './records/sunnova-design.ts';
import { sunnovaLead } from './records/sunnova-lead.ts';
import { sunnovaProjectBlock } from './records/sunnova-project-block.ts';
import { cancellationCase } from './sunnova/cancellation-case.ts';
import { changeOrder } from './sunnova/change-order.ts';
import { contractSigned } from './sunnova/contract-signed.ts';
import { creditStatus } from './sunnova/credit-status.ts';
import { designComplete } from './sunnova/design-complete.ts';
import { leadAssignment } from './sunnova/lead-assignment.ts';
import { leadStatus } from './sunnova/lead-status.ts';
import { projectBlock } from './sunnova/project-block.ts';

/** THE registry of event types, in the order in which they are shown. A new type is one file and one line here. */
export const eventTypes: readonly EventType[] = [
  // Enerflo 1.0
  newCustomer,
  updateCustomer,
  newInstall,
  submitInstall,
  updateInstall,
  restoreInstall,
  projectMilestoneUpdated,
  newInstallNote,
  newNote,
  signedChangeOrder,
  newAppointment,
  updateAppointment,
  confirmAppointment,
  deleteAppointment,
  newSurvey,
  updateSurvey,
  completeSurvey,
  // Enerflo 2.0
  customerCreated,
  customerUpdatedV2,
  customerUpdated,
  dealCreated,
  dealCreatedBare,
  dealUpdatedV2,
  dealUpdatedBare,
  dealUpdated,
  dealProjectSubmitted,
  dealProjectReceived,
  designRequestCreated,
  designRequestCreatedDesignTeam,
  designRequestUpdated,
  designRequestUpdatedDesignTeam,
  designCreated,
  designUpdated,
  // Sunnova
  leadAssignment,
  leadStatus,
  creditStatus,
  contractSigned,
  designComplete,
  changeOrder,
  projectBlock,
  cancellationCase,
];

/** All record kinds, likewise. */
export const recordKinds: readonly RecordKind[] = [
  enerfloCustomer,
  enerfloDeal,
  enerfloInstall,
  enerfloMilestone,
  enerfloNote,
  enerfloChangeOrder,
  enerfloAppointment,
  enerfloDesign,
  enerfloDesignRequest,
  sunnovaLead,
  sunnovaCredit,
  sunnovaContract,
  sunnovaDesign,
  sunnovaChangeOrder,
  sunnovaProjectBlock,
  sunnovaCancellation,
];

const byName = new Map(eventTypes.map((entry) => [entry.name, entry]));

/** The entry of this name, or null where the catalog has none. Every named event of a CRM has one. */
export function eventTypeNamed(name: string): EventType | null {
  if (name.startsWith('crm.') && name !== 'crm.' && name !== 'crm.unnamed')
    return crmEventType(name.slice('crm.'.length));
  return byName.get(name) ?? null;
}

/** The entries of one source; of a CRM there are none before it sends. */
export function eventTypesOf(source: Source): readonly EventType[] {
  return eventTypes.filter((entry) => entry.source === source);
}
