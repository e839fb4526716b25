import { isolated } from '#components/ui/isolated.ts';
import { eventOutcomes, isEventOutcome } from '#lib/delivery/event-outcomes.ts';
import type { EventDetail } from '#lib/events/events.contract.ts';

/** What an event is and whether it is well, in one or two sentences. */
export function eventSentence(event: EventDetail): string {
  const record = event.recordId && [event.recordLabel, event.recordId].filter(Boolean).join(' ');
  const subject = event.about ?? record;
  const about = subject ? ` about ${isolated(subject)}` : '';
  const what = event.known
    ? `${event.deprecated ? 'A deprecated event' : 'An event'}${about}.`
    : `Nobody knows the event “${isolated(event.type)}” yet: it is kept, shown and can be mapped like any other.`;
  if (event.test) return `${what} A test sent from this console: it changes no record and starts no flow.`;
  if (!event.complete) return `${what} This copy is empty: it updates nothing and starts no flow.`;
  const meaning = isEventOutcome(event.outcome) ? eventOutcomes[event.outcome].meaning : '';
  const copies = event.receivedCount > 1 ? ` It came ${event.receivedCount} times.` : '';
  return `${what} ${meaning}${copies}`;
}
