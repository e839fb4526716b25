import type { Company, Office, User } from '../state/rows.ts';
import { stamp, stampOrNull } from './stamp.ts';

/** A user as v3 lists them. */
export function userShape(user: User) {
  return {
    id: user.id,
    uuid: user.uuid,
    first_name: user.firstName,
    last_name: user.lastName,
    name: `${user.firstName} ${user.lastName}`,
    email: user.email,
    phone: user.phone,
    timezone: user.timezone,
    company_id: user.companyId,
    office_id: user.officeId,
    roles: user.roles.map((name) => ({ name })),
    created_at: stamp(user.createdAt),
    updated_at: stamp(user.updatedAt),
    deleted_at: stampOrNull(user.deletedAt),
  };
}

/** A user inside another record. */
export function userInside(user: User | undefined) {
  if (!user) return null;
  const { id, firstName, lastName, email } = user;
  return { id, name: `${firstName} ${lastName}`, first_name: firstName, last_name: lastName, email };
}

export function officeShape(office: Office) {
  const { id, companyId, name, city, state, timezone } = office;
  return { id, company_id: companyId, name, city, state, timezone };
}

export function companyShape({ id, name }: Company) {
  return { id, name };
}
