import { plainWords } from '#lib/catalog/search/plain-words.ts';
import type { Choice } from '../enerflo.contract.ts';
import { meantBy } from './meant-by.ts';

/** What is sought through, by choice: a list that is kept for a while is not folded anew at every letter typed. */
const folded = new WeakMap<Choice, string>();

/** Those whose name, detail or value has every word that was typed, or of the e-mail address that was pasted. */
export function matching(choices: readonly Choice[], q: string): Choice[] {
  const { email } = meantBy(q, '');
  const wanted = [q, ...(email === null ? [] : [email])].map((text) =>
    plainWords(text)
      .split(' ')
      .filter((word) => word !== ''),
  );
  return choices.filter((choice) => {
    const text = textOf(choice);
    return choice.value === q || wanted.some((words) => words.every((word) => text.includes(word)));
  });
}

/**
 * Those that say themselves what was typed, before those that were found by what is not shown of them: Enerflo's search
 * finds a homeowner by his agent's name too. Each in the order in which they came.
 */
export function namedFirst(choices: readonly Choice[], q: string): Choice[] {
  const fits = new Set(matching(choices, q));
  return choices.toSorted((one, other) => Number(fits.has(other)) - Number(fits.has(one)));
}

function textOf(choice: Choice): string {
  const known = folded.get(choice);
  if (known !== undefined) return known;
  const { value, label, detail } = choice;
  const text = plainWords(`${label} ${detail ?? ''} ${value}`);
  folded.set(choice, text);
  return text;
}
