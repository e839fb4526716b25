import type { Choice } from '#lib/enerflo/enerflo.contract.ts';

/** What was answered for a text, and for no other. */
type Answer = { items: readonly Choice[]; more: boolean; failure: unknown };

/**
 * The choice that a person means who typed `text` and went on: the only one that is called so, that has it as its value
 * or its e-mail address, else the only one that was found for it. Null where nobody can say which: they choose then.
 */
export function choiceMeant(text: string, { items, more, failure }: Answer): Choice | null {
  const wanted = folded(text);
  // What else there is was not told: another one may be called so too.
  if (wanted === '' || more || failure) return null;
  const [named, namesake] = items.filter((item) => namesOf(item).includes(wanted));
  if (named) return namesake ? null : named;
  // By a single letter Enerflo is not searched: one that is known here is not the only one.
  const [only, other] = items;
  return only && !other && wanted.length > 1 ? only : null;
}

function namesOf({ value, label, detail }: Choice): string[] {
  return [value, label, ...(detail?.match(/[^\s,;<>()]+@[^\s,;<>()]+/g) ?? [])].map(folded);
}

function folded(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
