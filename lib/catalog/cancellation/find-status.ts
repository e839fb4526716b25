import { sameWords } from './same-words.ts';
import { type CancellationStatus, cancellationStatuses } from './statuses.ts';

const byWords = new Map(cancellationStatuses.map((status) => [sameWords(status.status), status]));

/** The listed status that a webhook's text names, without regard to case and spaces; null where there is none. */
export function findStatus(text: string): CancellationStatus | null {
  return byWords.get(sameWords(text)) ?? null;
}
