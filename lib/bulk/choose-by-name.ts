import { plainWords } from '#lib/catalog/search/plain-words.ts';
import type { Choice } from '#lib/enerflo/enerflo.contract.ts';
import type { PickKind } from '#lib/operations/field-words.ts';

/** As many names as fit into a sentence. */
const most = 8;

/**
 * The one choice that a text names: by its label, or by what tells it from others (an e-mail address, a street).
 * Words and a problem where none does, or more than one.
 */
export function chooseByName(
  label: string,
  picks: PickKind,
  text: string,
  choices: readonly Choice[],
): { value: string } | { problem: string } {
  const wanted = plainWords(text);
  const fits = (one: string | null) => one !== null && plainWords(one) === wanted;
  const named = choices.filter((choice) => fits(choice.label) || fits(choice.detail));
  const values = new Set(named.map(({ value }) => value));
  const [value] = values;
  if (values.size === 1 && value !== undefined) return { value };
  // A list searched for this text that has one entry only: `Kasper` for the one install of Lynn Kasper.
  const [only] = choices;
  if (picks === 'install' && choices.length === 1 && only && plainWords(only.label).includes(wanted))
    return { value: only.value };
  if (values.size > 1)
    return {
      problem: `${label}: “${text}” is the name of ${values.size} in Enerflo. Give ${picks === 'user' ? 'the e-mail address' : 'the id'} instead.`,
    };
  const names = [...new Set(choices.map((choice) => choice.label))];
  const listed = names.length > 0 && names.length <= most ? ` There are: ${names.join(', ')}.` : '';
  return { problem: `${label}: nothing in Enerflo is called “${text}”.${listed}` };
}
