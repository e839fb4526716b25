/** Every state of an action, with its word and meaning for people. */
export const actionStates = {
  sending: { word: 'Sending', meaning: 'It is on its way at this moment.' },
  done: { word: 'Done', meaning: 'Enerflo confirmed it.' },
  failed: { word: 'Not done', meaning: 'Enerflo did not take it. Nothing was changed there.' },
  unknown: {
    word: 'May have arrived: check',
    meaning:
      'It was sent, but no clear answer came. It is looked for in Enerflo before anybody may send it again.',
  },
  undone: { word: 'Undone', meaning: 'It was done, and taken back later.' },
} as const satisfies Record<string, { word: string; meaning: string }>;

export type ActionState = keyof typeof actionStates;
export const actionStateNames = [
  'sending',
  'done',
  'failed',
  'unknown',
  'undone',
] as const satisfies readonly ActionState[];

/** Why an exchange of an action was made. */
export const attemptPurposes = ['read', 'write', 'read-back', 'look-up'] as const;
export type AttemptPurpose = (typeof attemptPurposes)[number];
