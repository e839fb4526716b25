import { parseAsString, useQueryStates } from 'nuqs';
import { type CaseFilter, caseQuerySchema } from '#lib/cases/cases.contract.ts';

const names = caseQuerySchema.keyof().options;
const shape = Object.fromEntries(names.map((name) => [name, parseAsString]));

/** What filters are set to; null takes one away. */
export type CaseFilterChange = Partial<Record<keyof CaseFilter, string | null>>;

/**
 * The filters of the cancellation cases, kept in the URL under the names of the API. What no filter can be (a date that
 * is none) is left out, so that a mistyped address shows too much rather than nothing.
 */
export function useCaseFilters() {
  const [values, setValues] = useQueryStates(shape, { history: 'replace' });
  const filter = readCaseFilter(values);
  return {
    filter,
    /** The filters as an address has them, names in order: the same text for the same filters. */
    text: new URLSearchParams(
      Object.entries(filter).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ).toString(),
    setFilter: (change: CaseFilterChange) => void setValues(change),
    /** Sets these filters, from such a text, and no others. */
    replaceFilter: (text: string) => {
      const wanted = new URLSearchParams(text);
      void setValues(Object.fromEntries(names.map((name) => [name, wanted.get(name)])));
    },
  };
}

/** The filters in the parameters of an address. */
export function readCaseFilter(values: Record<string, string | null | undefined>): CaseFilter {
  const given = names.flatMap((name) => {
    const value = values[name]?.trim();
    return value && caseQuerySchema.shape[name].safeParse(value).success ? [[name, value]] : [];
  });
  return caseQuerySchema.safeParse(Object.fromEntries(given)).data ?? {};
}
