import {
  type Fetched,
  fetchedCustomer,
  fetchedInstall,
  fetchedMilestone,
  fetchedNote,
} from '#lib/catalog/fetched.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { Subject } from '#lib/operations/operation.ts';
import { rowOf, rowsOf } from '#lib/operations/read-answer.ts';
import { storeObservations } from '#lib/records/store-observations.ts';
import type { ActionContext } from './action-context.ts';

/**
 * Tells our records what a write left in Enerflo, by its answer or by what was read back: when Enerflo's own webhook
 * about it comes, it brings nothing new. The first of `subjects` is what was written. Gives whether `body` told of it.
 */
export async function rememberWritten(
  context: ActionContext,
  account: { connectionId: string },
  subjects: readonly Subject[],
  body: Json,
): Promise<boolean> {
  const told = fetchedOf(subjects, body);
  if (told.length === 0) return false;
  const arrivedAt = new Date(databaseNow());
  await context.db.$transaction((tx) =>
    storeObservations(
      tx,
      told.map(({ kind, id, clock, fields }) => ({
        connectionId: account.connectionId,
        kind,
        externalId: id,
        main: false,
        origin: 'write' as const,
        eventId: null,
        arrivedAt,
        clock: clock === null ? null : new Date(clock),
        fields,
      })),
      context.projections,
    ),
  );
  return true;
}

/** What a body tells of what was written, and of what stands inside it; nothing where it is about something else. */
function fetchedOf(subjects: readonly Subject[], body: Json): Fetched[] {
  const [main] = subjects;
  if (!main) return [];
  const installId = subjects.find(({ kind }) => kind === 'enerflo.install')?.id ?? '';
  const single = rowOf(body);
  const rows = [...(single ? [single] : []), ...rowsOf(body)];
  for (const row of rows) {
    const fetched = readAs(main.kind, row, installId);
    if (fetched.some((one) => isOf(main, one))) return fetched;
  }
  return [];
}

/** Milestones go by the id of their definition in some accounts. */
function isOf(main: Subject, { kind, id, fields }: Fetched): boolean {
  return kind === main.kind && (id === main.id || fields.definitionId === main.id);
}

function readAs(kind: string, row: JsonObject, installId: string): Fetched[] {
  if (kind === 'enerflo.note') return fetchedNote(row);
  // In a row of notes `id` is that of the install.
  if (Object.hasOwn(row, 'note_id') || Object.hasOwn(row, 'note')) return [];
  if (kind === 'enerflo.install') return fetchedInstall(row);
  if (kind === 'enerflo.customer') return fetchedCustomer(row);
  if (kind === 'enerflo.milestone') return fetchedMilestone(row, installId);
  return [];
}
