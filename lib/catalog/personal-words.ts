import { findReason } from './cancellation/find-reason.ts';
import { findStatus } from './cancellation/find-status.ts';

/** A body with more personal values than this is no one's record: then every text of it counts as telling. */
const mostWholes = 500;
/** Longer than this a text is prose: its words are also those of statuses and reasons. */
const longestName = 5;

/** The words by which personal values are found again where the catalog expects none: in a status, in a warning. */
export class PersonalWords {
  /** Whole values, in small letters. */
  private readonly wholes = new Set<string>();
  private readonly longWholes = new Set<string>();
  private readonly numbers = new Set<string>();
  private readonly ofNames = new Set<string>();
  private readonly ofProse = new Set<string>();

  /** Remembers a value that is hidden. Of links and times only the whole counts: their words are nobody's. */
  add(value: string | number, { wordless = false } = {}): void {
    const text = String(value).trim();
    if (text === '') return;
    const whole = text.toLowerCase().slice(0, 10_000);
    this.wholes.add(whole);
    if (whole.length >= (isAscii(whole) ? 4 : 2)) this.longWholes.add(whole);
    const digits = text.replace(/\D/g, '');
    if (digits.length >= 4 && digits.length <= 15)
      this.numbers.add(digits.length === 11 ? digits.slice(1) : digits);
    if (wordless || typeof value === 'number') return;
    const words = wordsIn(text);
    const into = words.length > longestName ? this.ofProse : this.ofNames;
    for (const word of words) into.add(word);
  }

  /** Whether a text is, holds or shares a word with a hidden value. */
  isIn(text: string): boolean {
    const whole = text.trim().toLowerCase();
    if (whole === '') return false;
    if (this.wholes.has(whole) || this.isNumber(text)) return true;
    const words = wordsIn(text);
    if (words.some((word) => this.ofNames.has(word))) return true;
    // A status or a reason from Sunnova's own lists gives nobody away, though a note may use its words.
    const listed = findStatus(text) !== null || findReason(text) !== null;
    if (!listed && words.some((word) => this.ofProse.has(word))) return true;
    if (this.longWholes.size > mostWholes) return true;
    for (const hidden of this.longWholes) if (whole.includes(hidden)) return true;
    return false;
  }

  /** Whether a number is one of the hidden ones, however it is written. */
  isNumber(value: string | number): boolean {
    const digits = String(value).replace(/\D/g, '');
    return digits.length >= 4 && this.numbers.has(digits.length === 11 ? digits.slice(1) : digits);
  }

  /** A sentence in which every word of a hidden value is blackened. */
  blackened(text: string): string {
    if (this.longWholes.size > mostWholes) return '•••';
    let left = text;
    for (const hidden of this.longWholes) left = replaceAllOf(left, hidden);
    return left.replace(/[\p{L}\p{M}]{3,}|\d{4,}/gu, (word) =>
      this.ofNames.has(word.toLowerCase()) || this.isNumber(word) ? '•••' : word,
    );
  }
}

/** The words of three letters and more, in small letters. */
export function wordsIn(text: string): string[] {
  return (text.slice(0, 100_000).match(/[\p{L}\p{M}]{3,}/gu) ?? []).map((word) => word.toLowerCase());
}

function replaceAllOf(text: string, hidden: string): string {
  return text.replace(new RegExp(hidden.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu'), '•••');
}

/** Names in other scripts are short: two signs of theirs are looked for, where of ours it takes four. */
function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
