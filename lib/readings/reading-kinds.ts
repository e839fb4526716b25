/** Readings of Enerflo, their parts and what they find, with the words for them. Safe in a browser. */

export const readingKinds = ['initial', 'catch-up'] as const;
export type ReadingKind = (typeof readingKinds)[number];

export const readingStates = ['waiting', 'running', 'stopped', 'done', 'failed'] as const;
export type ReadingState = (typeof readingStates)[number];

/** What is read, in this order. A catch-up reads the milestones of an install that changed together with it. */
export const readingParts = ['customers', 'installs', 'milestones', 'notes'] as const;
export type ReadingPart = (typeof readingParts)[number];

export const readingPartLabels: Record<ReadingPart, string> = {
  customers: 'Customers',
  installs: 'Installs',
  milestones: 'Milestones',
  notes: 'Notes',
};

/** Whether the progress of a part counts other things than it is called by: of each install all milestones are read at once. */
export const countedInstead: Partial<Record<ReadingPart, { one: string; more: string }>> = {
  milestones: { one: 'install', more: 'installs' },
};

export const findingKinds = {
  'enerflo.install': 'Install',
  'enerflo.customer': 'Customer',
  'enerflo.milestone': 'Milestone',
  'enerflo.note': 'Note',
} as const;
export const findingKindNames = [
  'enerflo.install',
  'enerflo.customer',
  'enerflo.milestone',
  'enerflo.note',
] as const satisfies readonly (keyof typeof findingKinds)[];

export const findingWhats = ['never-reached-us', 'changed', 'new'] as const;
export type FindingWhat = (typeof findingWhats)[number];

export const findingWhatLabels: Record<FindingWhat, string> = {
  'never-reached-us': 'Never reached us',
  new: 'New to us',
  changed: 'Changed',
};

export const wantedStates = ['waiting', 'got', 'given-up', 'failed'] as const;
export type WantedState = (typeof wantedStates)[number];
