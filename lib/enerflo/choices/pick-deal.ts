import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { requestPath } from '#lib/operations/operation-request.ts';
import { rowOf, textOf } from '#lib/operations/read-answer.ts';
import type { Choice } from '../enerflo.contract.ts';
import type { EnerfloAccount } from '../enerflo-call.ts';
import { listOf } from '../rows-of.ts';
import { askOne } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { customersFound } from './customers-found.ts';
import { eitherWay } from './either-way.ts';
import { foundBy, newestOf, speakingOf, withIds } from './local-records.ts';
import { meantBy } from './meant-by.ts';
import { namedRows } from './named-rows.ts';
import { joined, personAddress, personName } from './person-words.ts';
import { surveysOf } from './surveys-of.ts';

/** Each costs a request. */
const mostCustomers = 5;

/**
 * Deals by homeowner, phone number, address or id: those that reached us and those that Enerflo's customers name, by
 * their uuid of 2.0 where they have one, else by their number (field facts 4.12).
 */
export const pickDeal: ChoiceReader = {
  way: 'search',
  keepMs: 20_000,
  local: async (place, { q }) => {
    const customers = q === '' ? [] : await foundBy(place, 'enerflo.customer', q);
    const ids = customers.map(({ externalId }) => externalId);
    const deals =
      q === ''
        ? await newestOf(place, 'enerflo.deal')
        : [
            ...(await foundBy(place, 'enerflo.deal', q)),
            ...(await speakingOf(place, 'enerflo.deal', { kind: 'enerflo.customer', ids })),
          ];
    const people = await withIds(
      place,
      'enerflo.customer',
      deals.flatMap(({ fields }) => (typeof fields.customerId === 'string' ? [fields.customerId] : [])),
    );
    return namedRows(
      deals.map(({ externalId, fields }) => ({ ...fields, id: externalId })),
      (row) => {
        const customer =
          people.find(({ externalId }) => externalId === textOf(row, 'customerId'))?.fields ?? {};
        const address = personAddress(row) ?? personAddress(customer);
        return {
          value: row.id,
          label: personName(customer) ?? address,
          detail: joined(' · ', address, textOf(row, 'shortCode')),
        };
      },
    );
  },
  remote: async (account, { q }) => {
    if (q === '') return [];
    const { number, uuid, texts } = meantBy(q, 'deal');
    const id = number ?? uuid;
    return eitherWay({
      byId: id === null ? null : () => ofId(account, id),
      bySearch: uuid === null ? () => ofCustomers(account, texts) : null,
    });
  },
};

async function ofId(account: EnerfloAccount, id: string): Promise<Choice[]> {
  const row = rowOf(await askOne(account, { method: 'GET', path: requestPath`/api/v3/surveys/${id}` }));
  // Asked for by its uuid, Enerflo may tell its number: it stays what it was asked for by.
  return row ? namedRows([row], (deal) => ({ ...dealChoice(deal), value: id })) : [];
}

async function ofCustomers(account: EnerfloAccount, texts: readonly string[]): Promise<Choice[]> {
  const customers = await customersFound(account, texts);
  const found = await Promise.all(
    customers
      .filter((customer) => surveysOf(customer).length > 0)
      .slice(0, mostCustomers)
      .map((customer) => dealsOf(account, customer)),
  );
  return found.flat();
}

/** The deals of a customer as v3 tells them, which has both ids; else as the search names them. */
async function dealsOf(account: EnerfloAccount, customer: JsonObject): Promise<Choice[]> {
  const path = requestPath`/api/v3/customers/${textOf(customer, 'id') ?? ''}`;
  const whole = rowOf(await askOne(account, { method: 'GET', path }));
  const told = (listOf(whole?.deals) ?? []).filter(isJsonObject);
  const deals = told.length > 0 ? told : surveysOf(customer);
  return namedRows(deals, (deal) => ({
    value: textOf(deal, 'EnerfloV2DealId', 'EnerfloV1DealId', 'id'),
    label: personName(customer),
    detail: joined(' · ', personAddress(customer), textOf(deal, 'DealName', 'name', 'type')),
  }));
}

function dealChoice(row: JsonObject) {
  const customer = isJsonObject(row.customer) ? row.customer : {};
  return {
    label: personName(customer) ?? textOf(row, 'name'),
    detail: joined(' · ', personAddress(customer), textOf(row, 'type')),
  };
}
