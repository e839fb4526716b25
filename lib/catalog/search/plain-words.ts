import { streetWords } from './street-words.ts';

/** Names and addresses are shorter; a text of megabytes must not make a word of megabytes. */
export const longestWord = 200;

/** What stands for no character of a word: marks of letters, and characters that show nothing. */
const unseen = /[\p{M}\p{Cf}]/gu;
/** A sign that stands inside a word: `O'Neil` and `O’Neil` are one word. */
const withinWords = /['’ʼ`]/g;
const betweenWords = /[^\p{L}\p{N}]+/gu;

/**
 * A name or an address in the form in which it is searched: lower case, without marks, with one space between words,
 * street words shortened (`Ávila` is `avila`, `12 N. Main Street` is `12 n main st`). The same for what is stored and
 * what is asked, so that neither has to be written like the other. Empty where no letter and no digit is left.
 */
export function plainWords(text: string): string {
  return text
    .slice(0, 4 * longestWord)
    .normalize('NFKD')
    .replace(unseen, '')
    .replace(withinWords, '')
    .toLowerCase()
    .replace(betweenWords, ' ')
    .trim()
    .split(' ')
    .map((word) => streetWords.get(word) ?? word)
    .join(' ')
    .slice(0, longestWord)
    .trimEnd();
}
