import type { Db } from '#lib/db/database.ts';
import { findChoices } from '#lib/enerflo/choices/find-choices.ts';
import { joined, personAddress, personName } from '#lib/enerflo/choices/person-words.ts';
import type { EnerfloAccess, Share } from '#lib/enerflo/enerflo-call.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import type { Subject } from '#lib/operations/operation.ts';

/** What Enerflo tells of an install or a customer names the homeowner; what it tells of these does not. */
const ofInstalls = ['enerflo.milestone', 'enerflo.note'];

/**
 * Whom an action is about, as a line: what Enerflo says of it (`told`), behind the homeowner where that names none
 * (`Lynn Kasper, 12 Elm St · Permit`), as our records know them; for people, Enerflo is asked where they don't.
 * Personal; null where nobody knows.
 */
export async function aboutRecords(
  access: EnerfloAccess,
  connectionId: string,
  of: { subjects: readonly Subject[]; told: string | null; share: Share },
): Promise<string | null> {
  const { subjects, told, share } = of;
  const person = await homeownerOf(access.db, connectionId, subjects);
  if (person) {
    const name = personName(person);
    if (told !== null && name !== null && told.includes(name)) return told;
    return joined(' · ', joined(', ', name, personAddress(person)), told);
  }
  const isNameless = told === null || subjects.some(({ kind }) => ofInstalls.includes(kind));
  const install = subjects.find(({ kind }) => kind === 'enerflo.install');
  if (share !== 'people' || !isNameless || !install) return told;
  const asked = { id: connectionId, picks: 'install', q: install.id, value: 'id' } as const;
  const { items } = await findChoices(access, asked);
  return joined(' · ', items.find(({ value }) => value === install.id)?.label, told);
}

async function homeownerOf(
  db: Db,
  connectionId: string,
  subjects: readonly Subject[],
): Promise<JsonObject | null> {
  const fieldsOf = async (kind: string, externalId: string | undefined) => {
    if (externalId === undefined) return null;
    const where = { connectionId_kind_externalId: { connectionId, kind, externalId } };
    const record = await db.record.findUnique({ where, select: { fields: true } });
    return isJsonObject(record?.fields) ? record.fields : null;
  };
  const idOf = (kind: string) => subjects.find((subject) => subject.kind === kind)?.id;
  const customer = await fieldsOf('enerflo.customer', idOf('enerflo.customer'));
  if (customer) return customer;
  const install = await fieldsOf('enerflo.install', idOf('enerflo.install'));
  const customerId = install?.customerId;
  return typeof customerId === 'string' ? await fieldsOf('enerflo.customer', customerId) : null;
}
