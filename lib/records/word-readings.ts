import { Prisma } from '#lib/db/generated/client.ts';
import type { TextSearch } from '#lib/events/search-terms.schema.ts';

/**
 * What a text may mean, each as a condition on `record_word w` that is worth a look of its own: ids, phone numbers, an
 * e-mail address, names and addresses; without `personal` ids alone. None where it means nothing of these. The kinds are
 * written out, so that their partial indexes serve.
 */
export function wordReadings(
  { ids, idStart, phones, email, words, street }: TextSearch,
  personal: boolean,
): Prisma.Sql[] {
  const readings: Prisma.Sql[] = [];
  if (ids.length > 0) readings.push(Prisma.sql`(w.kind LIKE 'id:%' AND w.value = ANY(${ids}::text[]))`);
  if (idStart !== null) {
    readings.push(Prisma.sql`
      (w.kind LIKE 'id:%' AND w.value > ${idStart} AND w.value < ${`${idStart}\u{10ffff}`})`);
  }
  if (!personal) return readings;
  for (const phone of phones) readings.push(Prisma.sql`(w.kind = 'phone' AND ${contains(phone)})`);
  // One word may be of a name and of an e-mail address: both in one look.
  if (email !== null && words.length === 1 && words[0] === email) {
    return [...readings, Prisma.sql`(w.kind IN ('name', 'address', 'email') AND ${contains(email)})`];
  }
  if (email !== null) readings.push(Prisma.sql`(w.kind = 'email' AND ${containsEmail(email)})`);
  const withAll = (all: Prisma.Sql[]) =>
    Prisma.sql`(w.kind IN ('name', 'address') AND ${Prisma.join(all, ' AND ')})`;
  if (words.length > 0) readings.push(withAll(words.map(hasWord)));
  // Told apart from its town, the number is all that tells 123 Main St from 4123 Main St.
  if (street.length > 0)
    readings.push(withAll(street.map((word) => (isNumber(word) ? isWord(word) : hasWord(word)))));
  return readings;
}

/** By what stands before the @: what follows is in thousands of addresses, and looking that up takes longest. */
function containsEmail(email: string): Prisma.Sql {
  const name = email.slice(0, email.indexOf('@') + 1);
  return name.length > 3 ? Prisma.sql`${contains(name)} AND strpos(w.value, ${email}) > 0` : contains(email);
}

/**
 * Part of a word; one or two letters (`n`, `st`) would be part of nearly every value, and a number part of other numbers,
 * so they must begin a word. That as one pattern: its index then sifts by it together with the other words. Words hold no
 * sign that a pattern knows.
 */
function hasWord(word: string): Prisma.Sql {
  return word.length > 2 && !isNumber(word) ? contains(word) : Prisma.sql`w.value ~ ${`(^| )${word}`}`;
}

function isWord(word: string): Prisma.Sql {
  return Prisma.sql`w.value ~ ${`(^| )${word}( |$)`}`;
}

/** `123`, and `3rd`. */
function isNumber(word: string): boolean {
  return /^\d/.test(word);
}

function contains(part: string): Prisma.Sql {
  return Prisma.sql`w.value LIKE ${`%${part.replace(/[\\%_]/g, '\\$&')}%`}`;
}
