import type { InferContractRouterOutputs } from '@orpc/contract';
import { hideInAction, hideInActionItem } from '#lib/actions/hide-in-action.ts';
import type { Actor } from '#lib/audit/audit.ts';
import { seesPersonal } from '#lib/auth/sees-personal.ts';
import type { Db } from '#lib/db/database.ts';
import { hideInDelivery, hideInDeliveryItem } from '#lib/delivery/hide-in-delivery.ts';
import { AppError } from '#lib/errors.ts';
import { hideInEvent, hideInItem } from '#lib/events/hide-in-event.ts';
import { hideInBody, hideInFields } from '#lib/flows/hide-in-fields.ts';
import { hideInRefusal } from '#lib/ingest/hide-in-refusal.ts';
import {
  hideInCaughtUp,
  hideInFinding,
  hideInReading,
  hideInWanted,
} from '#lib/readings/hide-in-readings.ts';
import type { apiContract } from './contract.ts';

type Outputs = InferContractRouterOutputs<typeof apiContract>;

/**
 * What an answer is for those who may not see personal values: a function that hides them; or a word, where there is
 * nothing to hide, or where the handler asks `seesPersonal` itself.
 */
type Hiding<Output> = ((output: Output) => Output) | 'nothing personal' | 'hides by itself';
type Hidings = {
  [Domain in keyof Outputs]?: { [Name in keyof Outputs[Domain]]?: Hiding<Outputs[Domain][Name]> };
};

/**
 * Every endpoint that a viewer may call has its word here; one without is a mistake, and a test says so. Answers pass
 * through `hidePersonal`, whichever handler made them.
 */
export const hidings: Hidings = {
  events: {
    list: (page) => ({ ...page, items: page.items.map(hideInItem) }),
    count: 'nothing personal',
    fieldHint: 'hides by itself',
    get: hideInEvent,
    neighbours: 'hides by itself',
    compare: 'hides by itself',
    copyDifferences: 'hides by itself',
    types: 'nothing personal',
  },
  actions: {
    operations: 'nothing personal',
    list: (page) => ({ ...page, items: page.items.map(hideInActionItem) }),
    waiting: 'nothing personal',
    get: hideInAction,
  },
  records: { found: 'hides by itself', get: 'hides by itself' },
  refusals: {
    list: (page) => page,
    counts: 'nothing personal',
    get: hideInRefusal,
  },
  deliveries: {
    list: (page) => ({ ...page, items: page.items.map(hideInDeliveryItem) }),
    get: hideInDelivery,
  },
  flows: {
    list: 'nothing personal',
    get: 'nothing personal',
    fields: (answer) => ({ ...answer, fields: hideInFields(answer.fields) }),
    preview: (answer) => ({ ...answer, body: hideInBody(answer.body) }),
  },
  cases: {
    list: 'hides by itself',
    count: 'nothing personal',
    waiting: 'nothing personal',
    facets: 'nothing personal',
    reference: 'nothing personal',
    get: 'hides by itself',
  },
  readings: {
    list: (page) => ({ ...page, items: page.items.map(hideInReading) }),
    waiting: 'nothing personal',
    get: hideInReading,
    findings: (page) => ({ ...page, items: page.items.map(hideInFinding) }),
    caughtUp: ({ items }) => ({ items: items.map(hideInCaughtUp) }),
    wanted: ({ possible, wanted }) => ({ possible, wanted: wanted && hideInWanted(wanted) }),
  },
  connections: { list: 'nothing personal', get: 'nothing personal' },
  enerflo: { account: 'nothing personal' },
  firstSteps: { get: 'nothing personal' },
  bulk: {
    list: 'nothing personal',
    waiting: 'nothing personal',
    get: 'hides by itself',
    rows: 'hides by itself',
    row: 'hides by itself',
  },
  // Of a person's own account, sessions and preferences: his own, and nobody's he looks after.
  account: {
    secondFactor: 'nothing personal',
    changePassword: 'nothing personal',
    beginSecondFactor: 'nothing personal',
    confirmSecondFactor: 'nothing personal',
    renewRecoveryCodes: 'nothing personal',
    switchOffSecondFactor: 'nothing personal',
  },
  preferences: { get: 'nothing personal', save: 'nothing personal' },
  sessions: { mine: 'nothing personal', end: 'nothing personal', endOthers: 'nothing personal' },
  views: {
    // What somebody else searched for is often a homeowner's name.
    list: ({ items }) => ({
      items: items.filter(({ own, query }) => own || !new URLSearchParams(query).has('q')),
    }),
    counts: 'nothing personal',
    create: 'nothing personal',
    change: 'nothing personal',
    delete: 'nothing personal',
  },
};

/**
 * The answer of an endpoint as this person or token may see it. Throws FORBIDDEN where personal values are to be
 * hidden and nobody has said how: better nothing than a name too much.
 */
export async function hidePersonal<Output>(
  db: Db,
  actor: Pick<Actor, 'role'>,
  path: readonly string[],
  output: Output,
): Promise<Output> {
  if (await seesPersonal(db, actor)) return output;
  const hiding = hidingOf(path);
  if (hiding === undefined)
    throw new AppError(
      'FORBIDDEN',
      'Personal values are hidden from viewers here. Ask an operator for this.',
    );
  // The table above is typed by the contract; by its path alone an entry is not.
  return typeof hiding === 'function' ? Reflect.apply(hiding, undefined, [output]) : output;
}

/** The entry of an endpoint by its place in the contract; undefined where nobody thought of it. */
export function hidingOf(path: readonly string[]): ((output: never) => unknown) | string | undefined {
  let found: unknown = hidings;
  for (const part of path) found = isRecord(found) && Object.hasOwn(found, part) ? found[part] : undefined;
  return isHiding(found) ? found : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isHiding(value: unknown): value is ((output: never) => unknown) | string {
  return typeof value === 'function' || typeof value === 'string';
}
