import type { ActionValues, FormField } from './action-values.ts';

/** A field of a record or an event, by its key in the catalog. */
type KnownField = { key: string; value: unknown };

/** Kinds of records that are leads of other systems, and by which of their fields a form of Enerflo's is filled in. */
const leads: Record<string, Record<string, string>> = {
  'sunnova.lead': {
    first_name: 'firstName',
    last_name: 'lastName',
    email: 'email',
    phone: 'phone',
    address: 'street',
    city: 'city',
    state: 'state',
    zip: 'zip',
  },
};

export const leadKinds: ReadonlySet<string> = new Set(Object.keys(leads));

/** Whether a form asks for a person who is not in Enerflo yet; one that changes a customer has him there already. */
export function asksForLead(fields: readonly FormField[]): boolean {
  const keys = new Set(fields.map(({ key }) => key));
  return keys.has('first_name') && keys.has('address') && !fields.some((f) => f.words.picks === 'customer');
}

/**
 * What the form of a lead begins with from a lead of another system. Its source and status there are none of Enerflo's
 * and are left out, as is what is empty or hidden.
 */
export function leadValues(
  fields: readonly FormField[],
  { kind, fields: told }: { kind: string; fields: readonly KnownField[] },
): ActionValues {
  if (!asksForLead(fields)) return {};
  const from = leads[kind] ?? {};
  const filled = fields.flatMap(({ key }) => {
    const value = told.find((one) => one.key === from[key])?.value;
    return typeof value === 'string' && value !== '' ? [[key, inForm(key, value)] as const] : [];
  });
  return Object.fromEntries(filled);
}

/** A number is kept with `+1` in front, and Enerflo takes its ten digits. */
function inForm(key: string, value: string): string {
  return key === 'phone' ? value.replace(/^\+1(?=\d{10}$)/, '') : value;
}
