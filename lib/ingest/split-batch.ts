import type { EventDraft } from './event-draft.ts';

const mostRows = 200;
const mostBytes = 8 * 1024 * 1024;

/**
 * How many of the waiting drafts may be stored next, in one statement, beside those that are being stored. Copies go
 * together. But a type that tells no time of its own must see what came before it of the same record: of A, B, A
 * the last A is news, so it waits until B is committed. 0: nothing can go yet.
 */
export function splitBatch(waiting: readonly EventDraft[], running: readonly EventDraft[]): number {
  const lastOfRecord = new Map<string, string>();
  for (const draft of running) if (counts(draft)) lastOfRecord.set(recordOf(draft), draft.key);
  let bytes = 0;
  for (const [index, draft] of waiting.entries()) {
    // The events of one request come behind each other and share its bytes.
    if (draft.bodyId !== waiting[index - 1]?.bodyId) bytes += draft.bytes.length;
    if (index > 0 && (index >= mostRows || bytes > mostBytes)) return index;
    if (!counts(draft)) continue;
    const record = recordOf(draft);
    const last = lastOfRecord.get(record);
    if (draft.clockless && last !== undefined && last !== draft.key) return index;
    lastOfRecord.set(record, draft.key);
  }
  return waiting.length;
}

/** An empty copy tells nothing of its record. */
function counts(draft: EventDraft): boolean {
  return draft.recordKey !== null && draft.complete;
}

function recordOf(draft: EventDraft): string {
  return `${draft.connectionId} ${draft.recordKey}`;
}
