import type { JsonObject } from '#lib/json.ts';
import { readCustomerRequest } from '#lib/operations/enerflo/customer-path.ts';
import { rowOf, textOf } from '#lib/operations/read-answer.ts';
import type { Choice, ChoiceValue } from '../enerflo.contract.ts';
import type { EnerfloAccount } from '../enerflo-call.ts';
import { askOne } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { customersFound } from './customers-found.ts';
import { eitherWay } from './either-way.ts';
import { foundBy, newestOf } from './local-records.ts';
import { meantBy } from './meant-by.ts';
import { namedRows } from './named-rows.ts';
import { joined, personAddress, personName } from './person-words.ts';

/**
 * Customers and leads, by name, e-mail address, phone number, street or id of either generation; given by their number,
 * which every endpoint takes: a uuid of 2.0 is refused where customers are changed (field facts 5.7).
 */
export const pickCustomer: ChoiceReader = {
  way: 'search',
  keepMs: 20_000,
  local: async (place, { q, value }) => {
    const records = await (q === ''
      ? newestOf(place, 'enerflo.customer')
      : foundBy(place, 'enerflo.customer', q));
    return namedRows(
      records
        .filter(({ externalId, fields }) => /^\d+$/.test(externalId) && !fields.deletedAt)
        .map(({ externalId, fields }) => ({ ...fields, id: externalId })),
      (row) => customerChoice(row, value),
    );
  },
  remote: (account, { q, value }) => {
    const { number, uuid, texts } = meantBy(q, 'customer');
    const id = number ?? uuid;
    return eitherWay({
      // Who is new is found by id before the search knows of them (field facts 4.12).
      byId: id === null ? null : async () => there(await withId(account, id), value),
      bySearch: uuid === null ? async () => there(await customersFound(account, texts), value) : null,
    });
  },
};

async function withId(account: EnerfloAccount, id: string): Promise<JsonObject[]> {
  const row = rowOf(await askOne(account, readCustomerRequest(id)));
  return row ? [row] : [];
}

function there(rows: readonly JsonObject[], value: ChoiceValue): Choice[] {
  const kept = rows.filter((row) => textOf(row, 'deleted_at', 'timestamps.deleted_at') === null);
  return namedRows(kept, (row) => customerChoice(row, value));
}

function customerChoice(row: JsonObject, value: ChoiceValue) {
  const email = textOf(row, 'email');
  return {
    value: value === 'email' ? email : textOf(row, 'id'),
    label: personName(row) ?? email,
    detail: joined(' · ', personAddress(row), email, textOf(row, 'mobile', 'phone')),
  };
}
