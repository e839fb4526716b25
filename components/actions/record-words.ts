/** The things of Enerflo that actions concern, as the filter offers them. */
export const recordKinds: readonly (readonly [string, string])[] = [
  ['enerflo.install', 'Install'],
  ['enerflo.customer', 'Customer'],
  ['enerflo.deal', 'Deal'],
  ['enerflo.milestone', 'Milestone'],
  ['enerflo.note', 'Note'],
  ['enerflo.appointment', 'Appointment'],
];

/** `enerflo.install:4453459` as people say it: `Install 4453459`. */
export function recordWords(record: string): string {
  const at = record.indexOf(':');
  const kind = record.slice(0, at);
  const label = recordKinds.find(([name]) => name === kind)?.[1] ?? kind.split('.').at(-1) ?? kind;
  return `${label} ${record.slice(at + 1)}`;
}
