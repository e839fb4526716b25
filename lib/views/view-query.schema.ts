import type { z } from 'zod';
import { caseQuerySchema } from '#lib/cases/cases.contract.ts';
import { eventQuerySchema } from '#lib/events/event-query.schema.ts';

/** The lists that have saved views. */
export const viewLists = ['events', 'cancellations'] as const;
export type ViewList = (typeof viewLists)[number];

/** The longest query that a view keeps, in characters. */
export const longestQuery = 2_000;

/**
 * Which parameters the address of each list may have in a view, and their shapes. Each stands once, under the name of
 * the filter in the API; what only says where one is on the page (`event`, `case`, `cursor`) is left out by the page.
 */
const shapes: Record<ViewList, z.ZodType> = {
  events: eventQuerySchema,
  cancellations: caseQuerySchema,
};

/**
 * A query as views keep it: its parameters in the order of their names, the empty ones left out, so that equal filters
 * are equal texts. Or what is wrong with it, in words.
 */
export function tidyQuery(list: ViewList, query: string): { query: string } | { problem: string } {
  const filled = [...new URLSearchParams(query)].filter(([, value]) => value !== '');
  const names = filled.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return { problem: `"${twice}" stands twice in the filters` };
  const parsed = shapes[list].safeParse(Object.fromEntries(filled));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join('.');
    return { problem: `These filters are not right: ${place ? `${place}: ` : ''}${issue?.message}` };
  }
  const sorted = new URLSearchParams(filled.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return { query: sorted.toString() };
}
