import { findStatus } from '#lib/catalog/cancellation/find-status.ts';
import { salesforceId15 } from '#lib/catalog/normalise/salesforce-id.ts';
import { sunnovaCancellation } from '#lib/catalog/records/sunnova-cancellation.ts';
import { type Entry, inOrder } from '#lib/records/fold-field.ts';
import { refold } from '#lib/records/fold-record.ts';
import { entryOf, type Observation } from '#lib/records/observation.ts';
import type { CaseDetail, StatusStep } from './cases.contract.ts';

/**
 * Every status that a case had, oldest first, the first one included, in Sunnova's spelling. The order is the one in
 * which records are folded, so it does not depend on the order of arrival.
 */
export function statusSteps(observations: readonly Observation[]): StatusStep[] {
  const steps: StatusStep[] = [];
  for (const { value, clock, arrivedAt, eventId } of inOrder(observations.flatMap(statusEntry))) {
    const text = value === null || value === '' ? null : String(value);
    const listed = text === null ? null : findStatus(text);
    const status = listed?.status ?? text;
    if (steps.length > 0 && steps.at(-1)?.status === status) continue;
    steps.push({ status, known: listed !== null, at: clock ?? arrivedAt, eventId });
  }
  return steps;
}

/** What changed besides the status, newest first. Two spellings of one Salesforce id are no change. */
export function otherChanges(observations: readonly Observation[]): CaseDetail['changes'] {
  return [...refold(observations).changes]
    .filter(([field]) => field !== 'status')
    .flatMap(([field, changes]) => {
      const definition = sunnovaCancellation.fields.find(({ key }) => key === field);
      return changes
        .filter(({ before, after }) => definition?.type !== 'id' || !sameId(before, after))
        .map(({ before, after, at, eventId }) => ({
          field,
          label: definition?.label ?? field,
          type: definition?.type ?? 'text',
          before,
          after,
          at,
          eventId,
        }));
    })
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

function statusEntry(observation: Observation): Entry[] {
  const { status: value } = observation.fields;
  if (value === undefined) return [];
  return [entryOf(observation, value)];
}

function sameId(one: unknown, other: unknown): boolean {
  return (
    typeof one === 'string' && typeof other === 'string' && salesforceId15(one) === salesforceId15(other)
  );
}
