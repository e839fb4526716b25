import type { Source } from '#lib/catalog/event-type.ts';

/** The sources as people call them. */
export const sourceLabel: Record<Source, string> = { enerflo: 'Enerflo', sunnova: 'Sunnova', crm: 'CRM' };
