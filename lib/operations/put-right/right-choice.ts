import type { FieldWords } from '../field-words.ts';
import { rightEmail } from './right-email.ts';
import type { Righted } from './righted.ts';

/** true or false, from what people write in forms and spreadsheets. */
export function rightYesNo(text: string): Righted {
  const word = text.toLowerCase();
  if (['true', 'yes', 'y', '1', 'on', 'x'].includes(word)) return { value: true, why: 'yes' };
  if (['false', 'no', 'n', '0', 'off'].includes(word)) return { value: false, why: 'no' };
  return { problem: 'Say yes or no.' };
}

/** One of a few fixed choices, by its value or its label in any case. */
export function rightCode(text: string, { choices = [] }: FieldWords): Righted {
  const found = choices.find((choice) => choice.some((each) => each.toLowerCase() === text.toLowerCase()));
  return found
    ? { value: found[0], why: 'the choice of this name' }
    : { problem: `Choose one of these: ${choices.map(([, label]) => label).join(', ')}.` };
}

/** What is chosen by name: an id, or the e-mail address of a user. Whether there is such a one, Enerflo knows. */
export function rightPick(text: string, { value = 'id' }: FieldWords): Righted {
  if (value === 'email') return rightEmail(text);
  return (value === 'id' && rightId(text)) || { value: text, why: 'without spaces around it' };
}

/** The id in `4,453,479`, which is how spreadsheets show a number; null for any other text. */
export function rightId(text: string): { value: string; why: string } | null {
  return /^[1-9]\d{0,2}(,\d{3})+$/.test(text)
    ? { value: text.replaceAll(',', ''), why: 'the number without commas' }
    : null;
}
