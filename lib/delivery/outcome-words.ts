import { eventOutcomes, isEventOutcome } from './event-outcomes.ts';

type Told = {
  outcome: string;
  /** Whether it tells what its type tells; tests and empty copies do not count as such and are never sent. */
  complete: boolean;
  test?: boolean;
};

/** What became of an event, in words for people. An outcome from another version keeps its name. */
export function outcomeWords({ outcome, complete, test }: Told): string {
  if (!complete && outcome === 'ignored') return test ? 'A test, not sent' : 'Empty, not sent';
  return isEventOutcome(outcome) ? eventOutcomes[outcome].word : outcome;
}
