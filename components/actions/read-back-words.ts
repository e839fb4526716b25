import type { ActionDetail } from '#lib/actions/action.schema.ts';

/** More names than these are no sentence any more. */
const mostNamed = 4;

type Field = Pick<ActionDetail['fields'][number], 'label' | 'now' | 'nowText' | 'nowTold'>;

/**
 * How what was read back agrees with what was asked for. What Enerflo does not tell nobody compared, so the fields of
 * which that is so are named; and so are those that could not be read, where others were.
 */
export function readBackWords({
  readBack,
  fields,
}: Pick<ActionDetail, 'readBack'> & { fields: readonly Field[] }): string {
  const untold = fields.filter(({ nowTold }) => !nowTold).map(({ label }) => `“${label}”`);
  const named = untold.length > mostNamed ? null : untold;
  if (readBack === 'not-read') {
    if (untold.length === 0 || !fields.some(isCompared))
      return 'Enerflo confirmed it; it could not be read back.';
    const what = named?.join(', ') ?? `${untold.length} of the fields, see below which`;
    return `Read back from Enerflo: what could be read is there as asked. Not read back: ${what}.`;
  }
  // Of a deletion nothing is there.
  if (fields.length === 0) return 'Read back from Enerflo: it is as asked.';
  if (untold.length === 0) return 'Read back from Enerflo: it is there as asked.';
  const what = named ? orWords(named) : `${untold.length} of the fields: see below which`;
  return `Read back from Enerflo: what it tells is there as asked. It does not tell ${what}.`;
}

/** Two may have one name: what is told by its name alone proves nothing. */
function isCompared({ now, nowText, nowTold }: Field): boolean {
  return nowTold && (now !== null || nowText === null);
}

function orWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last;
}
