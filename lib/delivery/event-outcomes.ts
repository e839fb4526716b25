/**
 * What became of an event, in the order in which filters show it, with its word and meaning for people. The worst
 * of an event's deliveries counts; `superseded` and `skipped` only where there is nothing else.
 */
export const eventOutcomes = {
  received: { word: 'Waiting', meaning: 'It is stored and will be looked at in a moment.' },
  ignored: {
    word: 'No flow wants it',
    meaning: 'It is kept and updates records, but no flow sends it anywhere.',
  },
  sending: { word: 'Sending', meaning: 'Flows are sending it.' },
  held: {
    word: 'Held by an earlier failure',
    meaning:
      'An older event of the same record was not delivered. Send that one again or let it go, and this one follows.',
  },
  delivered: { word: 'Delivered', meaning: 'Every destination confirmed it.' },
  failing: { word: 'Retrying after an error', meaning: 'A try failed, and the next one is due later.' },
  failed: {
    word: 'Failed',
    meaning: 'A delivery failed for good, or the event could not be read into records.',
  },
  unknown: {
    word: 'May have arrived: check',
    meaning: 'It was sent, but no answer came. Look at the destination first.',
  },
  superseded: { word: 'Superseded', meaning: 'A newer event of the same record was sent instead.' },
  skipped: { word: 'Skipped', meaning: 'Someone let it go without sending it.' },
} as const satisfies Record<string, { word: string; meaning: string }>;

export type EventOutcome = keyof typeof eventOutcomes;
/** Whether this version knows the outcome; one written by another version keeps its name on the screen. */
export function isEventOutcome(name: string): name is EventOutcome {
  return Object.hasOwn(eventOutcomes, name);
}
