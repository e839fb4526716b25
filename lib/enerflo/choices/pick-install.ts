import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { requestPath } from '#lib/operations/operation-request.ts';
import { rowOf, textOf } from '#lib/operations/read-answer.ts';
import type { Choice } from '../enerflo.contract.ts';
import type { EnerfloAccount } from '../enerflo-call.ts';
import { idKind } from '../ids.ts';
import { listInstalls } from '../lists/list-installs.ts';
import { mapOf } from '../rows-of.ts';
import { allRows, askOne, patience } from './ask.ts';
import type { ChoiceReader, LocalPlace } from './choice-reader.ts';
import { customersFound } from './customers-found.ts';
import { eitherWay } from './either-way.ts';
import { foundBy, type LocalRecord, newestOf, speakingOf, withCode, withIds } from './local-records.ts';
import { meantBy } from './meant-by.ts';
import { namedRows } from './named-rows.ts';
import { joined, personAddress, personName } from './person-words.ts';
import { surveysOf } from './surveys-of.ts';

/**
 * Installs by homeowner, phone number, address, id, or their 2.0 deal: its id, or its short code where it is known here.
 * Enerflo has no search for installs: its customers are searched, whose rows tell their installs (`surveys.*.install`,
 * field facts 5.7). `within` a deal, of either generation: the install that came of it, which Enerflo finds by the uuid
 * only (field facts 4.12).
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
    const { id: deal } = meantBy(q, 'deal');
    // A deal is shown by its short code in Enerflo, and an install names it by its id.
    const coded = deal === null ? [] : await withCode(place, 'enerflo.deal', deal);
    const [own, theirs, deals] = await Promise.all([
      foundBy(place, 'enerflo.install', q),
      speakingOf(place, 'enerflo.install', {
        kind: 'enerflo.customer',
        ids: customers.map(({ externalId }) => externalId),
      }),
      speakingOf(place, 'enerflo.install', {
        kind: 'enerflo.deal',
        ids: [...(deal === null ? [] : [deal]), ...coded.map(({ externalId }) => externalId)],
      }),
    ]);
    const known = customers.filter(({ externalId }) => theirs.some((install) => of(install) === externalId));
    return withHomeowners(place, [...own, ...theirs, ...deals], known);
  },
  remote: async (account, { q, within }) => {
    if (within !== null) return idKind(within) === 'uuid' ? ofDeal(account, within) : [];
    if (q === '') return namedRows(await allRows(listInstalls(account, patience), 1), installChoice);
    const { number, uuid, texts } = meantBy(q, 'install');
    if (uuid !== null) return ofDeal(account, uuid);
    return eitherWay({
      byId: number === null ? null : () => ofNumber(account, number),
      bySearch: () => ofCustomers(account, texts),
    });
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

async function ofNumber(account: EnerfloAccount, id: string): Promise<Choice[]> {
  return one(await askOne(account, { method: 'GET', path: requestPath`/api/v3/installs/${id}` }));
}

function one(body: Parameters<typeof rowOf>[0]): Choice[] {
  const row = rowOf(body);
  return row ? namedRows([row], installChoice) : [];
}

/** Null where it is deleted: its agreement was voided. One that merely has a status called so is offered. */
function installChoice(row: JsonObject) {
  if (textOf(row, 'deleted_at', 'timestamps.deleted_at') !== null) return null;
  const customer = isJsonObject(row.customer) ? row.customer : {};
  return choice(textOf(row, 'id'), customer, textOf(row, 'status_name', 'status.name', 'status'));
}

async function ofCustomers(account: EnerfloAccount, texts: readonly string[]): Promise<Choice[]> {
  const customers = await customersFound(account, texts);
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
