import { plainWords } from '#lib/catalog/search/plain-words.ts';

/** Words that end a street and hardly ever stand within its name, as `plainWords` shortens them. */
const ends = new Set('aly ave blvd cir ct dr ln loop pkwy pl rd sq st ter trl way'.split(' '));
const directions = new Set(['n', 's', 'e', 'w', 'ne', 'nw', 'se', 'sw']);

/**
 * The words of the street in an address as people paste it, with its town behind it or a name before it:
 * `Jane Doe, 123 Main St NW Unit 4, Phoenix, AZ 85001` gives `123 main st nw`. Empty where no street can be told from
 * the rest.
 */
export function streetOf(text: string): string[] {
  const parts = text.split(/[,;\n]/).map((part) => plainWords(part).split(' '));
  const street = parts.find(([number = '', ...name]) => /^\d/.test(number) && /\p{L}/u.test(name.join('')));
  if (!street) return [];
  const end = street.findIndex((word, at) => at > 1 && ends.has(word) && !ends.has(street[at - 1] ?? ''));
  const whole = end === -1 ? street : street.slice(0, end + (directions.has(street[end + 1] ?? '') ? 2 : 1));
  return parts.length === 1 && whole.length === street.length ? [] : whole;
}
