import { projectCases } from '#lib/cases/project-cases.ts';
import { projectHeardTypes } from '#lib/events/project-heard-types.ts';
import { projectSearch } from '#lib/events/project-search.ts';
import { projectWanted } from '#lib/readings/project-wanted.ts';
import type { ApplyHooks } from '#lib/records/apply-events.ts';

/**
 * What is kept of records and events besides themselves, each in the transaction that applies them. A new one is a
 * line here. Rebuilding writes anew what is kept of records, and of events what finds them (lib/events/write-search.ts).
 */
export const projections = {
  records: [projectCases],
  // The types last: its few rows are everybody's.
  events: [projectSearch, projectWanted, projectHeardTypes],
} as const satisfies Pick<ApplyHooks, 'records' | 'events'>;
