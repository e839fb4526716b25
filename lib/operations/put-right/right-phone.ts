import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Righted } from './righted.ts';

/** What a spreadsheet makes of a long number in a narrow column: `5.12555E+09`. */
const shortened = /^\d([.,]\d+)?E\+?\d+$/i;
const tenDigits = /(?<!\d)(?:\+?1[\s.-]*)?\(?\d{3}\)?[\s.-]*\d{3}[\s.-]*\d{4}(?!\d)/g;

/**
 * Digits only, as Enerflo wants them (enerflo guide 1.1): the ten of a US or Canadian number. Area codes that nobody
 * has yet are taken (the guide's own example has one), placeholders are not.
 */
export function rightPhone(text: string): Righted {
  if (shortened.test(text))
    return {
      problem:
        'Excel shortened this number: give all ten digits. In a file, format the column as text and save it again.',
    };
  const numbers = text.match(tenDigits)?.length ?? 0;
  if (numbers > 1) return { problem: `These are ${numbers === 2 ? 'two' : 'several'} numbers: leave one.` };
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'US', extract: false });
  if (!number) return { problem: 'This is no phone number: give its ten digits.' };
  if (number.ext)
    return {
      problem: `Enerflo takes the number alone: leave the extension ${number.ext} out, or put it in a note.`,
    };
  if (number.countryCallingCode !== '1')
    return {
      problem: `This is a number of another country (+${number.countryCallingCode}): Enerflo takes US numbers.`,
    };
  const digits = number.nationalNumber;
  if (digits.length !== 10) return { problem: `A US number has ten digits; this one has ${digits.length}.` };
  if (/^(\d)\1+$/.test(digits))
    return { problem: 'This stands for a number that nobody knows: leave it empty.' };
  if (/^[01]/.test(digits)) return { problem: 'No US area code begins with 0 or 1: check the number.' };
  return { value: digits, why: 'digits only, as Enerflo wants them' };
}
