import { type CaseFilter, caseQuerySchema } from '#lib/cases/cases.contract.ts';

export type CaseFilterName = keyof CaseFilter;
/** Every filter of the cases, under the name that the API gives it. */
export const caseFilterNames = caseQuerySchema.keyof().options;

/**
 * The filters in the parameters of an address. What no filter can be is left out; of a range that moves and fixed times
 * the fixed ones count.
 */
export function readCaseFilter(values: Record<string, string | null | undefined>): CaseFilter {
  const given = caseFilterNames.flatMap((name) => {
    const value = values[name]?.trim();
    return value && caseQuerySchema.shape[name].safeParse(value).success ? [[name, value]] : [];
  });
  const filter = caseQuerySchema.safeParse(Object.fromEntries(given)).data ?? {};
  return filter.heardFrom || filter.heardTo ? withoutFilters(filter, ['heardWithin']) : filter;
}

/** The filters as an address has them, without `?`: names in order, so that equal filters are equal texts. */
export function caseFilterText(filter: CaseFilter): string {
  const sorted = Object.entries(filter).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return new URLSearchParams(sorted).toString();
}

/** The filter without some of its parts. */
export function withoutFilters(filter: CaseFilter, names: readonly CaseFilterName[]): CaseFilter {
  const dropped: readonly string[] = names;
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !dropped.includes(name)));
}
