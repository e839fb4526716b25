import type { JsonObject } from '#lib/json.ts';
import { readCustomerRequest } from '#lib/operations/enerflo/customer-path.ts';
import { textOf } from '#lib/operations/read-answer.ts';
import type { ChoiceValue } from '../enerflo.contract.ts';
import { idKind } from '../ids.ts';
import { listCustomers } from '../lists/list-customers.ts';
import { allRows, patience } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { foundBy, newestOf } from './local-records.ts';
import { namedRows } from './named-rows.ts';
import { joined, personAddress, personName } from './person-words.ts';
import { noneWithId, withId } from './with-id.ts';

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
  remote: async (account, { q, value }) => {
    const kind = idKind(q);
    // Who is new is found by id before the search knows of them (field facts 4.12).
    const { direct, failed } = kind === null ? noneWithId : await withId(account, readCustomerRequest(q));
    // A number may as well be that of a house, or the end of a phone number.
    const found = kind === 'uuid' ? [] : await allRows(listCustomers(account, { ...patience, search: q }), 1);
    const rows = direct
      ? [direct, ...found.filter((row) => textOf(row, 'id') !== textOf(direct, 'id'))]
      : found;
    const there = rows.filter((row) => textOf(row, 'deleted_at', 'timestamps.deleted_at') === null);
    if (failed && there.length === 0) throw failed;
    return namedRows(there, (row) => customerChoice(row, value));
  },
};

function customerChoice(row: JsonObject, value: ChoiceValue) {
  const email = textOf(row, 'email');
  return {
    value: value === 'email' ? email : textOf(row, 'id'),
    label: personName(row) ?? email,
    detail: joined(' · ', personAddress(row), email, textOf(row, 'mobile', 'phone')),
  };
}
