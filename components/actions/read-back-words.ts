import type { ActionDetail } from '#lib/actions/action.schema.ts';

/** More names than these are no sentence any more. */
const mostNamed = 4;

/**
 * How what was read back agrees with what was asked for. What Enerflo does not tell nobody compared, so the fields of
 * which that is so are named.
 */
export function readBackWords(
  fields: readonly Pick<ActionDetail['fields'][number], 'label' | 'nowTold'>[],
): string {
  const untold = fields.filter(({ nowTold }) => !nowTold).map(({ label }) => `“${label}”`);
  if (untold.length === 0) return 'Read back from Enerflo: it is there as asked.';
  const what =
    untold.length > mostNamed ? `${untold.length} of the fields: see below which` : orWords(untold);
  return `Read back from Enerflo: what it tells is there as asked. It does not tell ${what}.`;
}

function orWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last;
}
