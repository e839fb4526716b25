import type { JsonObject } from '#lib/json.ts';
import type { PickKind } from '#lib/operations/field-words.ts';
import type { Operation, Subject } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';

/** The records that lie behind what can be picked; for the rest there are none. */
const kindsPicked: Partial<Record<PickKind, string>> = {
  install: 'enerflo.install',
  milestone: 'enerflo.milestone',
  customer: 'enerflo.customer',
  appointment: 'enerflo.appointment',
  note: 'enerflo.note',
  deal: 'enerflo.deal',
  'change-order': 'enerflo.change-order',
};

/** The records that an input names: what the operation is about, and all that is picked in it. */
export function subjectsOf(operation: Operation, input: JsonObject): Subject[] {
  const { about } = operation;
  const named = about ? [{ kind: about.kind, id: input[about.field] }] : [];
  const picked = operationFields(operation).flatMap(({ key, words }) => {
    const kind = words.picks && (words.value ?? 'id') === 'id' ? kindsPicked[words.picks] : undefined;
    return kind ? [{ kind, id: input[key] }] : [];
  });
  return [...named, ...picked].flatMap(({ kind, id }) =>
    typeof id === 'string' || typeof id === 'number' ? [{ kind, id: String(id) }] : [],
  );
}

/** `kind:id` of each record once, as lists are filtered by them. */
export function recordKeys(subjects: readonly Subject[]): string[] {
  return [...new Set(subjects.map(({ kind, id }) => `${kind}:${id}`))];
}

/** `kind:id` as what it names; an id may hold further colons. */
export function subjectOf(key: string): Subject {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at), id: key.slice(at + 1) };
}

/** Where the first of these that has a page in Enerflo can be looked at; null where none has (only installs are known to). */
export function enerfloLink(baseUrl: string, subjects: readonly Subject[]): string | null {
  const install = subjects.find(({ kind }) => kind === 'enerflo.install');
  return install ? `${baseUrl}/installs/${encodeURIComponent(install.id)}` : null;
}
