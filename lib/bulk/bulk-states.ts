/** Every state of a bulk, with its word and meaning for people, in the order in which it goes through them. */
export const bulkStates = {
  columns: { word: 'Columns to match', meaning: 'Say which column fills which field.' },
  reading: { word: 'Checking', meaning: 'Every row is being checked. Nothing is sent.' },
  ready: { word: 'Ready', meaning: 'Every row is checked. Nothing is sent until you say so.' },
  running: { word: 'Running', meaning: 'Rows are being sent to Enerflo, at the pace of its limit.' },
  stopped: { word: 'Stopped', meaning: 'No further row is sent until somebody goes on with it.' },
  done: { word: 'Finished', meaning: 'Every row that was to be sent has its result.' },
} as const satisfies Record<string, { word: string; meaning: string }>;

export type BulkState = keyof typeof bulkStates;
export const bulkStateNames = [
  'columns',
  'reading',
  'ready',
  'running',
  'stopped',
  'done',
] as const satisfies readonly BulkState[];

/** Every state of one row. */
export const rowStates = {
  unchecked: { word: 'Not checked yet', meaning: 'Its turn comes.' },
  uncheckable: {
    word: 'Could not be checked',
    meaning: 'Enerflo could not be asked about it. The reason is beside it; it can be checked again.',
  },
  waiting: { word: 'Ready', meaning: 'It is right, and will be sent.' },
  bad: { word: 'Not right', meaning: 'It cannot be sent as it is. The reason is beside it.' },
  alike: {
    word: 'Looks like another one',
    meaning: 'Its like is in Enerflo already or stands further up. It is not sent unless you say so.',
  },
  repeat: {
    word: 'Repeat',
    meaning:
      'It, or one with its id, was sent before or stands further up. It is not sent unless you say so.',
  },
  'left-out': { word: 'Left out', meaning: 'Somebody decided not to send it.' },
  sending: { word: 'Sending', meaning: 'It is on its way at this moment.' },
  done: { word: 'Done', meaning: 'Enerflo confirmed it.' },
  differs: {
    word: 'Done, value differs',
    meaning: 'Enerflo confirmed it, but has another value than was asked for. What it has is beside it.',
  },
  failed: { word: 'Not done', meaning: 'Enerflo did not take it. The reason is beside it.' },
  unknown: {
    word: 'May have arrived: check',
    meaning:
      'It was sent, but no clear answer came. It is looked for in Enerflo before it may be sent again.',
  },
} as const satisfies Record<string, { word: string; meaning: string }>;

export type RowState = keyof typeof rowStates;
export const rowStateNames = [
  'unchecked',
  'uncheckable',
  'waiting',
  'bad',
  'alike',
  'repeat',
  'left-out',
  'sending',
  'done',
  'differs',
  'failed',
  'unknown',
] as const satisfies readonly RowState[];

/** Of which rows a person may have tried again. */
export const againStates = ['failed', 'differs', 'uncheckable'] as const satisfies readonly RowState[];
export type AgainState = (typeof againStates)[number];

/** Agreed to by this code: rows are sent on although Enerflo shows another value for each of the first ones. */
export const goesOnDiffering = 'differs';
/** The same although it lists for none of the first ones what came with them. */
export const goesOnUnlisted = 'unlisted';

/** That a bulk is not to stop by itself is said anew each time. */
export function staysAgreed(code: string): boolean {
  return code !== goesOnDiffering && code !== goesOnUnlisted;
}
