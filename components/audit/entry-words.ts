import { recordWords } from '#components/actions/record-words.ts';
import type { AuditEntryItem } from '#lib/audit/audit.contract.ts';
import { isJsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { subjectWords } from './subject-kinds.ts';

type Entry = Pick<AuditEntryItem, 'action' | 'words' | 'subject' | 'after'>;

/** What was done, as a person reads it; where the entry keeps an operation, which: `Did in Enerflo: Add a lead`. */
export function entryWords(entry: Entry): string {
  const operation = operationOf(entry);
  if (!operation) return entry.words;
  if (entry.action === 'action.run') return `Did in Enerflo: ${operation.label}`;
  // What is kept is what took it back, not what was taken back.
  if (entry.action === 'action.undo') return `Took back in Enerflo, by: ${operation.label}`;
  return `${entry.words}: ${operation.label}`;
}

/** What an entry is about: `flow New installs`; of an action also whom it concerned: `action 7a53f0c1, install 4711`. */
export function aboutWords(entry: Entry): string {
  const words = subjectWords(entry.subject);
  const about = entry.subject.kind === 'action' ? operationOf(entry)?.about : null;
  const id = about && isJsonObject(entry.after) ? entry.after[about.field] : undefined;
  if (!about || (typeof id !== 'string' && typeof id !== 'number')) return words;
  const record = recordWords(`${about.kind}:${id}`);
  return `${words}, ${record.charAt(0).toLowerCase()}${record.slice(1)}`;
}

function operationOf({ after }: Entry): Operation | undefined {
  if (!isJsonObject(after) || typeof after.operation !== 'string') return undefined;
  return operationNamed(after.operation);
}
