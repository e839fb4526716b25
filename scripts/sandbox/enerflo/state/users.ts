import type { By } from './change.ts';
import { existing } from './existing.ts';
import { moment, touched } from './moment.ts';
import type { User } from './rows.ts';
import { uuidFrom } from './uuid.ts';
import type { World } from './world.ts';

type NewUser = Pick<User, 'firstName' | 'lastName' | 'email' | 'officeId'> &
  Partial<Pick<User, 'roles' | 'phone'>>;

/** What can be done with users. */
export function userActions(world: World) {
  return {
    addUser: (given: NewUser, by: By = 'person'): User => {
      const office = existing(world.offices, given.officeId, 'office');
      const at = moment(world);
      const after: User = {
        id: world.nextId('user'),
        uuid: uuidFrom(world.random),
        agentId: world.nextId('agent'),
        companyId: office.companyId,
        phone: '',
        timezone: office.timezone,
        roles: ['Agent'],
        ...given,
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      };
      world.users.set(after.id, after);
      world.emit({ entity: 'user', what: 'created', id: after.id, before: null, after, by, at });
      return after;
    },
    updateUser: (id: number, fields: Partial<NewUser & { deletedAt: Date }>, by: By = 'person'): User => {
      const before = existing(world.users, id, 'user');
      const after = { ...before, ...fields, updatedAt: touched(world, before) };
      world.users.set(id, after);
      world.emit({ entity: 'user', what: 'updated', id, before, after, by, at: after.updatedAt });
      return after;
    },
  };
}
