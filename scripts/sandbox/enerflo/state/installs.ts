import type { By, Change } from './change.ts';
import { existing } from './existing.ts';
import { moment, touched } from './moment.ts';
import type { Install, Milestone } from './rows.ts';
import type { World } from './world.ts';

export type InstallFields = Partial<
  Pick<Install, 'statusId' | 'officeId' | 'agentUserId' | 'setterUserId' | 'system' | 'recordId'>
>;
export type MilestoneDates = Partial<
  Pick<Milestone, 'startDate' | 'estimatedCompletionDate' | 'completedOn'>
>;

/** What can be done with installs and their milestones. */
export function installActions(world: World) {
  const get = (id: number) => existing(world.installs, id, 'install');
  const put = (
    before: Install,
    fields: Partial<Install>,
    by: By,
    what: Extract<Change, { entity: 'install' }>['what'] = 'updated',
  ): Install => {
    const after: Install = { ...before, ...fields, updatedAt: touched(world, before) };
    world.installs.set(after.id, after);
    world.emit({ entity: 'install', what, id: after.id, before, after, by, at: after.updatedAt });
    return after;
  };
  const statusNamed = (companyId: number, name: string): number => {
    const found = [...world.statuses.values()].find(
      (one) => one.companyId === companyId && one.name === name,
    );
    if (!found) throw new Error(`The stand-in has no status ${name}.`);
    return found.id;
  };
  const definitionsOf = (companyId: number) =>
    [...world.milestoneDefinitions.values()].filter((one) => one.companyId === companyId);

  const milestonesOf = (installId: number): Milestone[] =>
    get(installId).milestoneIds.map((id) => existing(world.milestones, id, 'milestone'));

  const setMilestone = (id: number, dates: MilestoneDates, by: By = 'person'): Milestone => {
    const before = existing(world.milestones, id, 'milestone');
    const after: Milestone = { ...before, ...dates, updatedAt: touched(world, before) };
    world.milestones.set(id, after);
    world.emit({ entity: 'milestone', what: 'updated', id, before, after, by, at: after.updatedAt });
    if (world.settings.milestoneTouchesInstall) put(get(before.installId), {}, by);
    return after;
  };

  return {
    /** The install of a deal, with a row for each milestone that its installer defines; the first one begins. */
    createInstall: (dealId: number, by: By = 'person'): Install => {
      const deal = existing(world.deals, dealId, 'deal');
      const customer = existing(world.customers, deal.customerId, 'customer');
      const at = moment(world);
      const id = world.nextId('install');
      const rows = definitionsOf(deal.installCompanyId).map(
        (definition, place): Milestone => ({
          id: world.nextId('milestone'),
          installId: id,
          definitionId: definition.id,
          startDate: place === 0 ? at.toISOString().slice(0, 10) : null,
          estimatedCompletionDate: null,
          completedOn: null,
          createdAt: at,
          updatedAt: at,
        }),
      );
      const after: Install = {
        id,
        dealId,
        customerId: customer.id,
        companyId: deal.companyId,
        installCompanyId: deal.installCompanyId,
        officeId: customer.officeId,
        agentUserId: deal.agentUserId,
        setterUserId: customer.setterUserId,
        agreementId: world.nextId('agreement'),
        statusId: statusNamed(deal.installCompanyId, 'Active'),
        milestoneIds: rows.map((row) => row.id),
        system: deal.system,
        recordId: null,
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      };
      world.installs.set(id, after);
      world.installIdOf.set(dealId, id);
      for (const row of rows) world.milestones.set(row.id, row);
      world.emit({ entity: 'install', what: 'created', id: after.id, before: null, after, by, at });
      return after;
    },
    updateInstall: (id: number, fields: InstallFields, by: By = 'person'): Install =>
      put(get(id), fields, by),
    /** `status`: an id, or a label of the installer's (`On Hold`). */
    setStatus: (id: number, status: number | string, by: By = 'person'): Install => {
      const install = get(id);
      const statusId = typeof status === 'number' ? status : statusNamed(install.installCompanyId, status);
      return put(install, { statusId }, by);
    },
    /** The agreement is voided: the install is gone from lists until its deal is submitted again. */
    voidInstall: (id: number, by: By = 'person'): Install => {
      const before = get(id);
      const deal = existing(world.deals, before.dealId, 'deal');
      const voided = { ...deal, stage: 'voided', updatedAt: touched(world, deal) } as const;
      world.deals.set(deal.id, voided);
      world.emit({
        entity: 'deal',
        what: 'updated',
        id: deal.id,
        before: deal,
        after: voided,
        by,
        at: voided.updatedAt,
      });
      const statusId = statusNamed(before.installCompanyId, 'Voided');
      return put(before, { statusId, deletedAt: moment(world) }, by, 'voided');
    },
    restoreInstall: (id: number, by: By = 'person'): Install => {
      const before = get(id);
      const statusId = statusNamed(before.installCompanyId, 'Active');
      return put(before, { statusId, deletedAt: null }, by, 'restored');
    },
    setMilestone,
    /** Of an install, by title; `date` is `YYYY-MM-DD`, today (UTC) unless told. */
    completeMilestone: (installId: number, title: string, date?: string, by: By = 'person'): Milestone => {
      const row = milestonesOf(installId).find(
        (one) => world.milestoneDefinitions.get(one.definitionId)?.title === title,
      );
      if (!row) throw new Error(`The stand-in has no milestone ${title} on install ${installId}.`);
      return setMilestone(row.id, { completedOn: date ?? moment(world).toISOString().slice(0, 10) }, by);
    },
    milestonesOf,
  };
}
