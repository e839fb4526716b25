import { invalid } from './answer.ts';

type Filter = { field: string; operator: string; value: string };

/**
 * Rows by `filter[logic]`, `filter[filters][0][field|operator|value]` and `sort_by` (field facts 5.2). Operators and
 * orders are nowhere listed: these are the ones of the grid whose filters have this form, and for the order
 * `field`, `-field`, `field desc` or `field:desc`, besides `sort_dir`.
 */
export function filtered<Row extends object>(rows: readonly Row[], query: URLSearchParams): Row[] {
  const filters = filtersOf(query);
  const any = query.get('filter[logic]') === 'or';
  const fits = (row: Row) => {
    const fit = (filter: Filter) => holds(valueAt(row, filter.field), filter);
    return any ? filters.some(fit) : filters.every(fit);
  };
  const kept = filters.length > 0 ? rows.filter(fits) : [...rows];

  const order = /^(-?)([\w.]+)(?:[ :](asc|desc))?$/i.exec(query.get('sort_by') ?? '');
  if (!order) return kept;
  const [, minus, field = '', word] = order;
  const down = minus === '-' || (word ?? query.get('sort_dir'))?.toLowerCase() === 'desc';
  return kept.sort((a, b) => {
    const compared = compare(valueAt(a, field), valueAt(b, field));
    return down ? -compared : compared;
  });
}

function filtersOf(query: URLSearchParams): Filter[] {
  const filters: Filter[] = [];
  for (let place = 0; ; place += 1) {
    const part = (name: string) => query.get(`filter[filters][${place}][${name}]`);
    const field = part('field');
    if (field === null) return filters;
    filters.push({ field, operator: part('operator') ?? 'eq', value: part('value') ?? '' });
  }
}

function valueAt(row: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      row,
    );
}

/** Numbers as numbers, times as times however written, all else as text. */
function compare(a: unknown, b: unknown): number {
  const [left, right] = [comparable(a), comparable(b)];
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right));
}

function comparable(value: unknown): number | string {
  const text = String(value ?? '');
  if (text !== '' && !Number.isNaN(Number(text))) return Number(text);
  const time = /^\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  if (!time) return text.toLowerCase();
  const zoned = time[1] && !time[4] ? `${text}Z` : text;
  return Date.parse(zoned.replace(' ', 'T'));
}

function holds(actual: unknown, { operator, value }: Filter): boolean {
  const compared = compare(actual, value);
  const text = String(actual ?? '').toLowerCase();
  switch (operator) {
    case 'eq':
      return compared === 0;
    case 'neq':
      return compared !== 0;
    case 'gt':
      return compared > 0;
    case 'gte':
      return compared >= 0;
    case 'lt':
      return compared < 0;
    case 'lte':
      return compared <= 0;
    case 'contains':
      return text.includes(value.toLowerCase());
    case 'startswith':
      return text.startsWith(value.toLowerCase());
    case 'isnull':
      return actual === null || actual === undefined;
    case 'isnotnull':
      return actual !== null && actual !== undefined;
    default:
      throw invalid({ filter: [`The operator ${operator} is invalid.`] });
  }
}
