import {
  type Fetched,
  fetchedAppointment,
  fetchedCustomer,
  fetchedInstall,
  fetchedMilestone,
  fetchedNote,
} from '#lib/catalog/fetched.ts';
import { hasAny } from '#lib/catalog/keys.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import type { Operation, Subject } from '#lib/operations/operation.ts';
import { rowOf, rowsOf } from '#lib/operations/read-answer.ts';
import { storeObservations } from '#lib/records/store-observations.ts';
import type { ActionContext } from './action-context.ts';
import { splitByAsked } from './asked-record-fields.ts';

/** What was run, by whose input it is told what was written and what was merely there. */
type Written = { operation: Operation; input: JsonObject };

/**
 * Tells our records what a write left in Enerflo, by its answer or by what was read back: when Enerflo's own webhook
 * about it comes, it brings nothing new. What was asked for is written, all else was read. The first of `subjects` is
 * what was written. Nothing is told that `already` told of it: only what that left out. Gives whether `body` told of what
 * was written.
 */
export async function rememberWritten(
  context: ActionContext,
  account: { connectionId: string },
  { operation, input }: Written,
  subjects: readonly Subject[],
  body: Json,
  already: Json = null,
): Promise<boolean> {
  const fetched = fetchedOf(subjects, body);
  const before = new Map(fetchedOf(subjects, already).map((one) => [nameOf(one), one]));
  // Of the same person's record in 2.0 its own event tells.
  const told = fetched.filter((one) => !one.onlyKnown && tellsMore(one, before.get(nameOf(one))));
  if (told.length === 0) return fetched.length > 0;
  const arrivedAt = new Date(databaseNow());
  await context.db.$transaction((tx) =>
    storeObservations(
      tx,
      told.flatMap(({ kind, id, clock, fields }) => {
        const { asked, besides } = splitByAsked(operation, input, { kind, fields });
        const of = (origin: 'write' | 'fetch', fields: JsonObject) => ({
          connectionId: account.connectionId,
          kind,
          externalId: id,
          main: false,
          origin,
          eventId: null,
          arrivedAt,
          clock: clock === null ? null : new Date(clock),
          fields,
        });
        return hasFields(besides)
          ? [...(hasFields(asked) ? [of('write', asked)] : []), of('fetch', besides)]
          : [of('write', asked)];
      }),
      context.projections,
    ),
  );
  return true;
}

function hasFields(fields: JsonObject): boolean {
  return Object.keys(fields).length > 0;
}

function tellsMore({ fields }: Fetched, before: Fetched | undefined): boolean {
  return !before || Object.keys(fields).some((key) => !Object.hasOwn(before.fields, key));
}

/**
 * What a body tells of what was written, each once: of the first of `subjects` itself or in a list, and of all of them
 * under the name of their kind (`{"customer": {…}, "appointment": {…}}`). Nothing of anything else.
 */
function fetchedOf(subjects: readonly Subject[], body: Json): Fetched[] {
  const [main] = subjects;
  if (!main) return [];
  const installId = subjects.find(({ kind }) => kind === 'enerflo.install')?.id ?? '';
  const single = rowOf(body);
  const rows = [...(single ? [single] : []), ...rowsOf(body)];
  const own = rows.map((row) => readAs(main, row, installId)).find((fetched) => fetched.length > 0) ?? [];
  const inside = subjects.flatMap((subject) =>
    insideOf(body, subject).flatMap((row) => readAs(subject, row, installId)),
  );
  return [...new Map([...inside, ...own].map((one) => [nameOf(one), one])).values()];
}

/** Under which names an answer may hold a thing of this kind (field facts 5.1: `data.lead`). */
const namesOf: Readonly<Record<string, readonly string[]>> = {
  'enerflo.customer': ['customer', 'lead'],
  'enerflo.install': ['install'],
  'enerflo.appointment': ['appointment'],
  'enerflo.milestone': ['milestone'],
  'enerflo.note': ['note'],
};

function insideOf(body: Json, { kind }: Subject): JsonObject[] {
  const holders = isJsonObject(body) ? [body, body.data ?? null].filter(isJsonObject) : [];
  return holders
    .flatMap((holder) => (namesOf[kind] ?? []).map((name) => holder[name] ?? null))
    .filter(isJsonObject);
}

function nameOf({ kind, id }: Fetched): string {
  return `${kind}:${id}`;
}

/** A row as what it tells of a thing, and of what stands inside it; nothing where it is another one. */
function readAs(subject: Subject, row: JsonObject, installId: string): Fetched[] {
  const fetched = ofKind(subject.kind, row, installId);
  return fetched.some((one) => isOf(subject, one)) ? fetched : [];
}

/** Milestones go by the id of their definition in some accounts. */
function isOf(subject: Subject, { kind, id, fields }: Fetched): boolean {
  return kind === subject.kind && (id === subject.id || fields.definitionId === subject.id);
}

function ofKind(kind: string, row: JsonObject, installId: string): Fetched[] {
  if (kind === 'enerflo.note') return fetchedNote(row);
  // In a row of notes `id` is that of the install.
  if (hasAny(row, 'note_id', 'note')) return [];
  const isAppointment = hasAny(row, 'enerflo_apt_id', 'appointment_type', 'start_time', 'times', 'start');
  if (kind === 'enerflo.appointment') return isAppointment ? fetchedAppointment(row) : [];
  // An appointment and a customer may have one number.
  if (isAppointment) return [];
  if (kind === 'enerflo.install') return fetchedInstall(row);
  if (kind === 'enerflo.customer') return fetchedCustomer(row);
  if (kind === 'enerflo.milestone') return fetchedMilestone(row, installId);
  return [];
}
