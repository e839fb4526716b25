import { PersonalWords } from '#lib/catalog/personal-words.ts';
import { sunnovaCancellation } from '#lib/catalog/records/sunnova-cancellation.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { CaseDetail, CaseItem } from './cases.contract.ts';

const plainKeys = new Set(
  sunnovaCancellation.fields.filter((field) => field.class === 'plain').map((field) => field.key),
);
const black = '•••';

/** Whether a field may be shown to everybody who sees the case. */
export function isPlainField(key: string): boolean {
  return plainKeys.has(key);
}

/**
 * A case for those who may not see personal values. A status or a reason is plain, but where somebody wrote a
 * homeowner's name into one it is blackened; `words` are those of all that is hidden.
 */
export function hideInItem(
  item: CaseItem,
  words = wordsOf([item.homeowner, item.address, item.salesperson]),
): CaseItem {
  const plain = (value: string | null) => (value !== null && words.isIn(value) ? black : value);
  return {
    ...item,
    status: plain(item.status),
    reason: plain(item.reason),
    category: plain(item.category),
    requestedBy: plain(item.requestedBy),
    homeowner: null,
    address: null,
    salesperson: null,
    hidden: true,
  };
}

/** Likewise everything about a case. `told` is all that was ever told of it: what was personal before is so still. */
export function hideInCase(detail: CaseDetail, told: readonly JsonObject[]): CaseDetail {
  const personal = told.flatMap((fields) => Object.entries(fields).filter(([key]) => !isPlainField(key)));
  const words = wordsOf(personal.map(([, value]) => value));
  const plain = <Value>(value: Value) => (typeof value === 'string' && words.isIn(value) ? black : value);
  const ofField = (key: string, value: unknown) => (isPlainField(key) ? plain(value) : null);
  return {
    ...detail,
    ...hideInItem(detail, words),
    fields: detail.fields.map((field) => ({ ...field, value: ofField(field.key, field.value) })),
    statuses: detail.statuses.map((step) => ({ ...step, status: plain(step.status) })),
    changes: detail.changes.map((change) => ({
      ...change,
      before: ofField(change.field, change.before),
      after: ofField(change.field, change.after),
    })),
    events: detail.events.map((event) => ({ ...event, status: plain(event.status) })),
    others: detail.others.map((other) => hideInItem(other, words)),
  };
}

function wordsOf(values: readonly Json[]): PersonalWords {
  const words = new PersonalWords();
  for (const value of values) {
    if (typeof value === 'string' || typeof value === 'number') words.add(value);
  }
  return words;
}
