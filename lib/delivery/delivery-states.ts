/**
 * Every state of a delivery, in the order in which lists and filters show them, with its word and meaning for
 * people. Badges, filters and the queries below all read this list.
 */
export const deliveryStates = {
  waiting: { word: 'Waiting', meaning: 'It is to be sent, now or once the one before it is through.' },
  sending: { word: 'Sending', meaning: 'It is on its way at this moment.' },
  retrying: { word: 'Retrying', meaning: 'A try failed, and the next one is due later.' },
  delivered: { word: 'Delivered', meaning: 'The destination confirmed it.' },
  failed: { word: 'Failed', meaning: 'No further try will be made unless someone sends it again.' },
  unknown: {
    word: 'May have arrived: check',
    meaning: 'It was sent, but no answer came. Look at the destination first.',
  },
  superseded: { word: 'Superseded', meaning: 'A newer event of the same record took its place.' },
  skipped: { word: 'Skipped', meaning: 'Someone let it go without sending it.' },
} as const satisfies Record<string, { word: string; meaning: string }>;

export type DeliveryState = keyof typeof deliveryStates;
export const deliveryStateNames = [
  'waiting',
  'sending',
  'retrying',
  'delivered',
  'failed',
  'unknown',
  'superseded',
  'skipped',
] as const satisfies readonly DeliveryState[];

/** States from which a person may send again, and those that a person may skip so that later ones go on. */
export const resendable = [
  'failed',
  'unknown',
  'delivered',
  'skipped',
] as const satisfies readonly DeliveryState[];
export const skippable = ['failed', 'unknown'] as const satisfies readonly DeliveryState[];

/** Every state of one try. */
export const attemptStates = {
  sending: { word: 'Sending', meaning: 'It is on its way at this moment.' },
  delivered: { word: 'Delivered', meaning: 'The destination confirmed it.' },
  failed: { word: 'Failed', meaning: 'The destination refused it, or it never got there.' },
  unknown: { word: 'May have arrived', meaning: 'It was sent, but no answer came.' },
} as const satisfies Record<string, { word: string; meaning: string }>;

export type AttemptState = keyof typeof attemptStates;
export const attemptStateNames = [
  'sending',
  'delivered',
  'failed',
  'unknown',
] as const satisfies readonly AttemptState[];
