import { parseAsString, useQueryStates } from 'nuqs';
import { type CaseFilterName, caseFilterNames, caseFilterText, readCaseFilter } from './case-filter.ts';

const shape = Object.fromEntries(caseFilterNames.map((name) => [name, parseAsString]));

/** What filters are set to; null takes one away. */
export type CaseFilterChange = Partial<Record<CaseFilterName, string | null>>;

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
    text: caseFilterText(filter),
    setFilter: (change: CaseFilterChange) => void setValues(change),
    /** Sets these filters, from such a text, and no others. */
    replaceFilter: (text: string) => {
      const wanted = new URLSearchParams(text);
      void setValues(Object.fromEntries(caseFilterNames.map((name) => [name, wanted.get(name)])));
    },
  };
}
