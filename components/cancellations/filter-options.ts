import { isolated } from '#components/ui/isolated.ts';
import type { Option } from '#components/ui/select.tsx';
import { caseFlag } from '#lib/cases/case-flags.ts';
import type { CaseFacets } from '#lib/cases/cases.contract.ts';
import { cancellationStatuses } from '#lib/catalog/cancellation/statuses.ts';

type Counted = CaseFacets['reasons'][number];

const counted = (value: string, label: string, count: number | undefined): Option => ({
  value,
  label: count === undefined ? isolated(label) : `${isolated(label)} (${count.toLocaleString('en')})`,
});

/** Those that are open together, Sunnova's five in their order, then what else came. */
export function statusOptions({ statuses }: CaseFacets, chosen: string | undefined): Option[] {
  const countOf = (value: string) => statuses.find((each) => each.value === value)?.count;
  const open = cancellationStatuses.filter(
    ({ meaning }) => meaning === 'open' || meaning === 'action needed',
  );
  const openCount = open.reduce((sum, { status }) => sum + (countOf(status) ?? 0), 0);
  const listed = cancellationStatuses.map(({ status }) => counted(status, status, countOf(status) ?? 0));
  const others = statuses.filter(({ known }) => !known);
  return withChosen(
    [counted('open', 'Not settled', openCount), ...listed, ...valueOptions(others, undefined)],
    chosen,
  );
}

/** What occurs here, most first. */
export function valueOptions(values: readonly Counted[], chosen: string | undefined): Option[] {
  return withChosen(
    values.map(({ value, count }) => counted(value, value, count)),
    chosen,
  );
}

/** Any contradiction, then those that occur here. */
export function flagOptions({ flags }: CaseFacets, chosen: string | undefined): Option[] {
  const found = flags.filter(({ count }) => count > 0);
  const options = found.map(({ value, count }) => counted(value, caseFlag(value).word, count));
  const named = chosen && chosen !== 'any' ? caseFlag(chosen).word : undefined;
  return withChosen([{ value: 'any', label: 'Some' }, ...options], chosen, named);
}

/** The accounts that have cases. */
export function accountOptions({ accounts }: CaseFacets, chosen: string | undefined): Option[] {
  return withChosen(
    accounts.map(({ id, name, environment }) => ({
      value: id,
      label: environment === 'sandbox' ? `${name} (sandbox)` : name,
    })),
    chosen,
  );
}

/** What is chosen is among the options, though it may not occur any more. */
function withChosen(options: Option[], chosen: string | undefined, label = chosen): Option[] {
  if (!chosen || !label || options.some(({ value }) => value === chosen)) return options;
  return [{ value: chosen, label: isolated(label) }, ...options];
}
