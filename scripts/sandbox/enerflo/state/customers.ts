import type { By } from './change.ts';
import { existing } from './existing.ts';
import { moment, touched } from './moment.ts';
import type { Customer } from './rows.ts';
import { uuidFrom } from './uuid.ts';
import type { World } from './world.ts';

type Given = Pick<Customer, 'firstName' | 'lastName' | 'street' | 'city' | 'state' | 'zip'>;
export type CustomerFields = Partial<Omit<Customer, 'id' | 'uuid' | 'createdAt' | 'updatedAt' | 'notes'>>;

/** What can be done with leads and customers. */
export function customerActions(world: World) {
  const put = (before: Customer, fields: Partial<Customer>, by: By): Customer => {
    const after: Customer = { ...before, ...fields, updatedAt: touched(world, before) };
    world.customers.set(after.id, after);
    const what = after.deletedAt && !before.deletedAt ? 'deleted' : 'updated';
    world.emit({ entity: 'customer', what, id: after.id, before, after, by, at: after.updatedAt });
    return after;
  };
  const get = (id: number) => existing(world.customers, id, 'customer');

  return {
    /** A new lead; it stays unconverted until a deal is begun. */
    addLead: (given: Given & CustomerFields, by: By = 'person'): Customer => {
      const sales = [...world.companies.values()].find((one) => one.kind === 'sales');
      const at = moment(world);
      const after: Customer = {
        id: world.nextId('customer'),
        uuid: uuidFrom(world.random),
        companyId: sales?.id ?? 0,
        officeId: null,
        email: null,
        phone: null,
        latitude: null,
        longitude: null,
        timezone: sales?.timezone ?? 'America/Chicago',
        leadSource: null,
        status: 'New',
        agentUserId: null,
        setterUserId: null,
        creatorUserId: [...world.users.keys()][0] ?? 0,
        recordId: null,
        unconverted: true,
        ...given,
        notes: [],
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      };
      world.customers.set(after.id, after);
      world.emit({ entity: 'customer', what: 'created', id: after.id, before: null, after, by, at });
      return after;
    },
    updateCustomer: (id: number, fields: CustomerFields, by: By = 'person'): Customer =>
      put(get(id), fields, by),
    /** A note on a lead or customer (none on an install). */
    addCustomerNote: (id: number, text: string, userId: number, by: By = 'person'): Customer => {
      const before = get(id);
      const note = { id: world.nextId('customerNote'), text, userId, createdAt: moment(world) };
      return put(before, { notes: [...before.notes, note] }, by);
    },
    deleteCustomer: (id: number, by: By = 'person'): Customer =>
      put(get(id), { deletedAt: moment(world) }, by),
  };
}
