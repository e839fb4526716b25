import { randomInt } from 'node:crypto';

/** Crockford's letters: none that is taken for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random code that a person can read off and type, such as `7K2M-9QXT-0VBN`; five bits a letter. */
export function makeReadableCode({ groups, groupLength }: { groups: number; groupLength: number }): string {
  const group = () => Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** The code that was meant, however it was typed (case, spaces, dashes, O for 0, l for 1). */
export function canonicalCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}
