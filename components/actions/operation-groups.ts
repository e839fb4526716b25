import type { Operation } from '#lib/operations/operation.ts';

/** The operations of one step of the guide, under the name that people have for it. */
export type OperationGroup = { step: number | null; title: string; operations: Operation[] };

/** The guide's six steps; what it does not have comes last. */
const titles: readonly (readonly [number | null, string])[] = [
  [1, 'Leads'],
  [2, 'Project submission'],
  [3, 'Milestones'],
  [4, 'Statuses'],
  [5, 'Notes'],
  [6, 'Change orders'],
  [null, 'More'],
];

/** Where one looks for what the guide does not have, by the thing in its name: `enerflo.note.delete` is about notes. */
const stepOfThing: { [thing: string]: number } = {
  lead: 1,
  'lead-install': 1,
  customer: 1,
  deal: 2,
  install: 2,
  milestone: 3,
  status: 4,
  note: 5,
  'change-order': 6,
};

/**
 * Operations by guide step, in its order, within a step what writes before what only reads. A step without any stands
 * there nevertheless where `always` names it: what cannot be done is said where one looks for it.
 */
export function operationGroups(
  operations: readonly Operation[],
  always: readonly number[] = [],
): OperationGroup[] {
  const byStep = Map.groupBy(operations, stepOf);
  return titles
    .map(([step, title]) => ({ step, title, operations: writesFirst(byStep.get(step) ?? []) }))
    .filter(({ step, operations: found }) => found.length > 0 || (step !== null && always.includes(step)));
}

/** 5 of `guide step 5.1`; null where it is about none of the guide's six. */
function stepOf({ guideStep, name }: Operation): number | null {
  const told = /\b([1-6])(\.\d+)?$/.exec(guideStep ?? '')?.[1];
  return told ? Number(told) : (stepOfThing[name.split('.')[1] ?? ''] ?? null);
}

function writesFirst(operations: Operation[]): Operation[] {
  return operations.toSorted((a, b) => Number(a.kind === 'read') - Number(b.kind === 'read'));
}
