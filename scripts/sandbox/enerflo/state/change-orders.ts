import type { By } from './change.ts';
import { existing } from './existing.ts';
import type { installActions } from './installs.ts';
import { moment, touched } from './moment.ts';
import type { ChangeOrder, System } from './rows.ts';
import type { World } from './world.ts';

type NewChangeOrder = Pick<ChangeOrder, 'installId' | 'values'> &
  Partial<Pick<ChangeOrder, 'creatorUserId' | 'notes'>>;

/** What can be done with change orders: in Enerflo itself only, the API has no way. */
export function changeOrderActions(
  world: World,
  { updateInstall }: Pick<ReturnType<typeof installActions>, 'updateInstall'>,
) {
  return {
    addChangeOrder: (given: NewChangeOrder, by: By = 'person'): ChangeOrder => {
      const install = existing(world.installs, given.installId, 'install');
      const at = moment(world);
      const after: ChangeOrder = {
        id: world.nextId('changeOrder'),
        companyId: install.installCompanyId,
        creatorUserId: install.agentUserId ?? 0,
        notes: '',
        ...given,
        status: 'pending',
        createdAt: at,
        updatedAt: at,
        signedAt: null,
      };
      world.changeOrders.set(after.id, after);
      world.emit({ entity: 'changeOrder', what: 'created', id: after.id, before: null, after, by, at });
      return after;
    },
    /** Signed, it is complete; `system` is what becomes of the install's. */
    signChangeOrder: (id: number, system: Partial<System> = {}, by: By = 'person'): ChangeOrder => {
      const before = existing(world.changeOrders, id, 'change order');
      const at = touched(world, before);
      const after: ChangeOrder = { ...before, status: 'complete', signedAt: at, updatedAt: at };
      world.changeOrders.set(id, after);
      const install = existing(world.installs, before.installId, 'install');
      updateInstall(install.id, { system: { ...install.system, ...system } }, by);
      world.emit({ entity: 'changeOrder', what: 'signed', id, before, after, by, at });
      return after;
    },
    voidChangeOrder: (id: number, by: By = 'person'): ChangeOrder => {
      const before = existing(world.changeOrders, id, 'change order');
      const at = touched(world, before);
      const after: ChangeOrder = { ...before, status: 'voided', updatedAt: at };
      world.changeOrders.set(id, after);
      world.emit({ entity: 'changeOrder', what: 'updated', id, before, after, by, at });
      return after;
    },
  };
}
