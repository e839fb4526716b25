import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { requestPath } from '#lib/operations/operation-request.ts';
import { rowOf, textOf } from '#lib/operations/read-answer.ts';
import type { Choice } from '../enerflo.contract.ts';
import type { EnerfloAccount } from '../enerflo-call.ts';
import { idKind } from '../ids.ts';
import { listCustomers } from '../lists/list-customers.ts';
import { listInstalls } from '../lists/list-installs.ts';
import { mapOf } from '../rows-of.ts';
import { allRows, askOne, patience } from './ask.ts';
import type { ChoiceReader, LocalPlace } from './choice-reader.ts';
import { foundBy, type LocalRecord, newestOf, speakingOf, withIds } from './local-records.ts';
import { namedRows } from './named-rows.ts';
import { joined, personAddress, personName } from './person-words.ts';
import { surveysOf } from './surveys-of.ts';
import { noneWithId, withId } from './with-id.ts';

/**
 * Installs by homeowner, address, id, or the id of their 2.0 deal. Enerflo has no search for installs: its customers
 * are searched, whose rows tell their installs (`surveys.*.install`, field facts 5.7). `within` a deal, of either
 * generation: the install that came of it, which Enerflo finds by the uuid only (field facts 4.12).
 */
export const pickInstall: ChoiceReader = {
  way: 'search',
  keepMs: 20_000,
  local: async (place, { q, within }) => {
    if (within !== null) {
      const ofDeal = { kind: 'enerflo.deal', ids: [within] };
      return withHomeowners(place, await speakingOf(place, 'enerflo.install', ofDeal));
    }
    if (q === '') return withHomeowners(place, await newestOf(place, 'enerflo.install'));
    const customers = await foundBy(place, 'enerflo.customer', q);
    const [own, theirs, deals] = await Promise.all([
      foundBy(place, 'enerflo.install', q),
      speakingOf(place, 'enerflo.install', {
        kind: 'enerflo.customer',
        ids: customers.map(({ externalId }) => externalId),
      }),
      speakingOf(place, 'enerflo.install', { kind: 'enerflo.deal', ids: [q] }),
    ]);
    const known = customers.filter(({ externalId }) => theirs.some((install) => of(install) === externalId));
    return withHomeowners(place, [...own, ...theirs, ...deals], known);
  },
  remote: async (account, { q, within }) => {
    if (within !== null) return idKind(within) === 'uuid' ? ofDeal(account, within) : [];
    const kind = idKind(q);
    if (kind === 'uuid') return ofDeal(account, q);
    if (q === '') return namedRows(await allRows(listInstalls(account, patience), 1), installChoice);
    const { direct, failed } =
      kind === 'number'
        ? await withId(account, { method: 'GET', path: requestPath`/api/v3/installs/${q}` })
        : noneWithId;
    // A number may as well be that of a house, or the end of a phone number.
    const own = direct ? namedRows([direct], installChoice) : [];
    const theirs = await ofCustomers(account, q);
    const found = [...own, ...theirs.filter(({ value }) => value !== own[0]?.value)];
    if (failed && found.length === 0) throw failed;
    return found;
  },
};

async function withHomeowners(
  place: LocalPlace,
  installs: readonly LocalRecord[],
  known: readonly LocalRecord[] = [],
): Promise<Choice[]> {
  const people = new Map(known.map(({ externalId, fields }) => [externalId, fields]));
  const missing = installs.map(of).filter((id) => id !== null && !people.has(id));
  const read = await withIds(
    place,
    'enerflo.customer',
    missing.filter((id) => id !== null),
  );
  for (const { externalId, fields } of read) people.set(externalId, fields);
  return namedRows(
    installs
      .filter(({ fields }) => !fields.deletedAt)
      .map((install) => ({
        ...install.fields,
        id: install.externalId,
        customer: people.get(of(install) ?? '') ?? {},
      })),
    (row) => choice(row.id, row.customer, textOf(row, 'status')),
  );
}

/** The customer of an install. */
function of({ fields }: LocalRecord): string | null {
  return typeof fields.customerId === 'string' ? fields.customerId : null;
}

async function ofDeal(account: EnerfloAccount, uuid: string): Promise<Choice[]> {
  return one(await askOne(account, { method: 'GET', path: requestPath`/api/v3/installs/find/${uuid}` }));
}

function one(body: Parameters<typeof rowOf>[0]): Choice[] {
  const row = rowOf(body);
  return row ? namedRows([row], installChoice) : [];
}

function installChoice(row: JsonObject) {
  const customer = isJsonObject(row.customer) ? row.customer : {};
  return choice(textOf(row, 'id'), customer, textOf(row, 'status_name', 'status.name', 'status'));
}

async function ofCustomers(account: EnerfloAccount, q: string): Promise<Choice[]> {
  const customers = await allRows(listCustomers(account, { ...patience, search: q }), 1);
  return customers.flatMap((customer) =>
    namedRows(surveysOf(customer), (survey) => {
      const install = mapOf(survey.install);
      return choice(textOf(install, 'id'), customer, textOf(install, 'status', 'status_name'));
    }),
  );
}

function choice(id: string | null, customer: JsonObject, status: string | null) {
  return { value: id, label: personName(customer), detail: joined(' · ', personAddress(customer), status) };
}
