import type { Customer, Deal, User } from '../../enerflo/state/rows.ts';
import type { DesignChange } from '../design-change.ts';
import { type Envelope, v2Body } from './v2-envelope.ts';

type Around = { customer: Customer | null; rep: User | null };

/** `deal.created` (field facts 4.4), and with little more than the id `deal.created.bare`, `deal.updated.bare` [?]. */
export function v2DealCreated(envelope: Envelope, deal: Deal, around: Around): object {
  return v2Body('deal.created', envelope, { deal: v2Deal(deal, around) });
}

export function v2DealBare(
  event: 'deal.created.bare' | 'deal.updated.bare',
  envelope: Envelope,
  deal: Deal,
): object {
  return v2Body(event, envelope, { deal: { id: deal.uuid, shortCode: deal.shortCode } });
}

/** `deal.updated.v2` [?]: expected to mirror `customer.updated.v2`. */
export function v2DealUpdated(envelope: Envelope, before: Deal, after: Deal, around: Around): object {
  const previous = { ...v2Deal(before, around), state: dealState(before) };
  const current = { ...v2Deal(after, around), state: dealState(after) };
  const stateChanged = JSON.stringify(previous.state) !== JSON.stringify(current.state);
  return v2Body('deal.updated.v2', envelope, {
    current,
    previous,
    changes: stateChanged ? { state: current.state } : [],
  });
}

/** `design-request.*` and `design.*` [?]: ids where `deal.projectSubmitted` has them. */
export function v2Design(event: string, envelope: Envelope, change: DesignChange): object {
  const { designId, requestId, deal, status } = change;
  const thing =
    change.entity === 'design'
      ? { design: { id: designId, totalSystemSizeWatts: deal.system.sizeWatts } }
      : { designRequest: { id: requestId, status, deal: { id: deal.uuid } } };
  return v2Body(event, envelope, { ...thing, deal: { id: deal.uuid, shortCode: deal.shortCode } });
}

/** The flags of a deal's state, as far as its stage has come. */
export function dealState({ stage }: Deal) {
  const signed = stage === 'signed' || stage === 'submitted' || stage === 'voided';
  return {
    hasDesign: true,
    hasCreatedProposal: true,
    hasGeneratedContract: signed,
    hasApprovedContract: signed,
    hasSignedContract: signed,
    hasSubmittedFinancingApplication: signed,
    hasSignedFinancingDocs: signed,
    hasSubmittedProject: stage === 'submitted' || stage === 'voided',
    noDocumentsToSign: false,
    contractApprovalEnabled: true,
    financingStatus: signed ? 'approved' : null,
  };
}

function v2Deal(deal: Deal, { customer, rep }: Around) {
  return {
    id: deal.uuid,
    shortCode: deal.shortCode,
    customer: customer
      ? {
          id: customer.uuid,
          firstName: customer.firstName,
          lastName: customer.lastName,
          email: customer.email,
        }
      : [],
    salesRep: rep ? { id: rep.uuid } : [],
  };
}
