import type { IdUse } from '../event-type.ts';

/** Every 2.0 payload names the organisation it is for and who set it off (often the API's own user). */
export const envelopeIds: readonly IdUse[] = [
  { kind: 'enerflo.org', label: 'Target organisation', from: ['targetOrg'] },
  { kind: 'enerflo.user', label: 'Initiated by', from: ['initiatedBy'] },
];
