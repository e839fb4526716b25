import type { By, Change } from './change.ts';
import type { customerActions } from './customers.ts';
import { existing } from './existing.ts';
import type { installActions } from './installs.ts';
import { moment, touched } from './moment.ts';
import type { Deal, Install, System } from './rows.ts';
import { makeSystem } from './system.ts';
import { shortCodeFrom, uuidFrom } from './uuid.ts';
import type { World } from './world.ts';

type Parts = ReturnType<typeof customerActions> & ReturnType<typeof installActions>;
type NewDeal = {
  customerId: number;
  dealTypeId?: number;
  agentUserId?: number | null;
  uuid?: string;
  system?: Partial<System>;
};

/** What can be done with deals. */
export function dealActions(world: World, { updateCustomer, createInstall, restoreInstall }: Parts) {
  const get = (id: number) => existing(world.deals, id, 'deal');
  const put = (
    before: Deal,
    fields: Partial<Deal>,
    by: By,
    what: Extract<Change, { entity: 'deal' }>['what'] = 'updated',
  ): Deal => {
    const after: Deal = { ...before, ...fields, updatedAt: touched(world, before) };
    world.deals.set(after.id, after);
    world.emit({ entity: 'deal', what, id: after.id, before, after, by, at: after.updatedAt });
    return after;
  };
  const installOf = (dealId: number): Install | undefined =>
    world.installs.get(world.installIdOf.get(dealId) ?? 0);

  /** The install of a submitted deal appears, as when its agreement is approved; once, however often asked. */
  const approve = (dealId: number, by: By = 'person') => {
    const standing = installOf(dealId);
    if (!standing) return createInstall(dealId, by);
    return standing.deletedAt ? restoreInstall(standing.id, by) : standing;
  };

  return {
    /** A new deal; its customer is converted by it. */
    addDeal: ({ customerId, dealTypeId, system, ...given }: NewDeal, by: By = 'person'): Deal => {
      const customer = existing(world.customers, customerId, 'customer');
      const type = dealTypeId
        ? existing(world.dealTypes, dealTypeId, 'deal type')
        : existing(world.dealTypes, [...world.dealTypes.keys()][0] ?? 0, 'deal type');
      const at = moment(world);
      const after: Deal = {
        id: world.nextId('deal'),
        uuid: uuidFrom(world.random),
        shortCode: shortCodeFrom(world.random),
        customerId,
        companyId: customer.companyId,
        installCompanyId: type.installCompanyId,
        dealTypeId: type.id,
        agentUserId: customer.agentUserId,
        ...given,
        stage: 'open',
        submissions: 0,
        system: { ...makeSystem(world.random), ...system },
        createdAt: at,
        updatedAt: at,
        submittedAt: null,
      };
      world.deals.set(after.id, after);
      world.dealIdsOf.set(customerId, [...(world.dealIdsOf.get(customerId) ?? []), after.id]);
      if (customer.unconverted) updateCustomer(customerId, { unconverted: false, status: 'In Progress' }, by);
      world.emit({ entity: 'deal', what: 'created', id: after.id, before: null, after, by, at });
      return after;
    },
    updateDeal: (
      id: number,
      fields: Partial<Pick<Deal, 'stage' | 'system' | 'agentUserId'>>,
      by: By = 'person',
    ): Deal => put(get(id), fields, by),
    /**
     * Submits a deal to its installer, or submits it again after its install was voided. The install appears
     * `installDelaySeconds` later, or on command where that is null.
     */
    submitDeal: (id: number, by: By = 'person'): Deal => {
      const before = get(id);
      const again = before.submissions > 0;
      const fields = { stage: 'submitted', submissions: before.submissions + 1 } as const;
      const after = put(
        before,
        { ...fields, submittedAt: moment(world) },
        by,
        again ? 'resubmitted' : 'submitted',
      );
      const delay = world.settings.installDelaySeconds;
      if (delay !== null) world.clock.after(delay * 1000, () => approve(id, by));
      return after;
    },
    approveDeal: approve,
    installOf,
    dealsOf: (customerId: number): Deal[] =>
      (world.dealIdsOf.get(customerId) ?? []).map((id) => existing(world.deals, id, 'deal')),
    /** Submitted deals whose install has not appeared yet. */
    waitingDeals: (): Deal[] =>
      [...world.deals.values()].filter((deal) => {
        const install = installOf(deal.id);
        return deal.stage === 'submitted' && (install === undefined || install.deletedAt !== null);
      }),
  };
}
