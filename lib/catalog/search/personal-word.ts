import { phoneDigits } from './phone-digits.ts';
import { plainWords } from './plain-words.ts';

/**
 * Words of an event that are somebody's, told from ids by how they begin: who may not see personal values must not find
 * by them. They are looked up whole, so parts that people search by are words of their own.
 */
const beginnings = ['email:', 'phone:', 'name:'] as const;

/** More words than these has no name and no street. */
const mostNameWords = 10;
/** Digits of a number that is given whole, without its area, and at its end. */
const wholeNumber = { fewest: 7, most: 15 };
const ends = [7, 4] as const;

/** Whether a word is one of those, or a text asks for one. */
export function isPersonalWord(word: string): boolean {
  return beginnings.some((beginning) => word.startsWith(beginning));
}

export function emailWord(email: string): string {
  return `email:${email.toLowerCase()}`;
}

export function phoneWord(digits: string): string {
  return `phone:${digits}`;
}

/** Of one word of a name or of a street, in its plain form. */
export function nameWord(word: string): string {
  return `name:${word}`;
}

/** What an e-mail address is found by: the whole, and what stands before the @. */
export function emailWords(email: string): string[] {
  return [emailWord(email), emailWord(email.slice(0, email.indexOf('@')))];
}

/** What a phone number is found by in any notation: its digits, the last seven and the last four. No number: nothing. */
export function phoneWords(text: string): string[] {
  const digits = phoneDigits(/^[^a-z#]*/i.exec(text.slice(0, 60))?.[0] ?? '');
  if (digits.length < wholeNumber.fewest || digits.length > wholeNumber.most) return [];
  return [...new Set([digits, ...ends.map((length) => digits.slice(-length))])].map(phoneWord);
}

/** What a name or a street is found by: each of its words. */
export function nameWords(text: string): string[] {
  return plainWords(text).split(' ').filter(Boolean).slice(0, mostNameWords).map(nameWord);
}
