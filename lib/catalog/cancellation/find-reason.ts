import { type CancellationReason, cancellationReasons } from './reasons.ts';
import { sameWords } from './same-words.ts';

const byWords = new Map(cancellationReasons.map((reason) => [sameWords(reason.reason), reason]));

/**
 * The listed reason that a webhook's text names, without regard to case and spaces; null where Sunnova does not
 * list it. "Unknown" is a listed reason of its own.
 */
export function findReason(text: string): CancellationReason | null {
  return byWords.get(sameWords(text)) ?? null;
}
