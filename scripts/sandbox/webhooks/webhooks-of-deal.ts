import type { Change } from '../enerflo/state/change.ts';
import { v1Deal } from './bodies/v1-rest.ts';
import { v2DealBare, v2DealCreated, v2DealUpdated, v2Design } from './bodies/v2-deal.ts';
import { v2Submission } from './bodies/v2-submission.ts';
import type { DesignChange } from './design-change.ts';
import { type Due, envelopeOf, rowNow, type Telling, v1, v2 } from './due.ts';

/** A submission is told to the seller and to the installer; so is one that is submitted again (guide stage 2). */
export function webhooksOfDeal(
  telling: Telling,
  { before, after, what }: Extract<Change, { entity: 'deal' }>,
): Due[] {
  const { seen } = telling;
  const rep = seen.users.get(after.agentUserId ?? 0) ?? null;
  const around = () => ({ customer: seen.customers.get(after.customerId) ?? null, rep });
  const seller = envelopeOf(telling, after.companyId, after.agentUserId);
  const told = (event: string, body: Due['body']) => v2(telling, event, after.uuid, body);
  if (!before) {
    return [
      v1(telling, 'new_survey', () => v1Deal('new_survey', after)),
      told('deal.created.bare', () => v2DealBare('deal.created.bare', seller, after)),
      told('deal.created', () => v2DealCreated(seller, after, around())),
    ];
  }
  const updated = [
    v1(telling, 'update_survey', () => v1Deal('update_survey', after)),
    told('deal.updated.bare', () => v2DealBare('deal.updated.bare', seller, after)),
    told('deal.updated.v2', () => v2DealUpdated(seller, before, after, around())),
  ];
  if (what !== 'submitted' && what !== 'resubmitted') return updated;
  const installer = envelopeOf(telling, after.installCompanyId, after.agentUserId);
  const submission = (at: number) => ({
    deal: after,
    customer: rowNow(seen.customers, after.customerId),
    rep,
    sales: rowNow(seen.companies, after.companyId),
    installer: rowNow(seen.companies, after.installCompanyId),
    at,
  });
  return [
    ...updated,
    told('deal.projectSubmitted', ({ at }) => v2Submission('deal.projectSubmitted', seller, submission(at))),
    told('deal.projectReceived', ({ at }) => v2Submission('deal.projectReceived', installer, submission(at))),
  ];
}

/** A request is told to the organisation and, since it is assigned to its own design team, a second time. */
export function webhooksOfDesign(telling: Telling, change: DesignChange): Due[] {
  const { entity, what, deal } = change;
  const envelope = envelopeOf(telling, deal.companyId, deal.agentUserId);
  const events =
    entity === 'design'
      ? [`design.${what}`]
      : [`design-request.${what}`, `design-request.${what}.design-team`];
  return events.map((event) => v2(telling, event, deal.uuid, () => v2Design(event, envelope, change)));
}
