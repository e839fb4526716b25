import type { Db } from '#lib/db/database.ts';
import { sqlState } from '#lib/db/sql-state.ts';
import type { EventDraft, StoreOutcome } from './event-draft.ts';
import { type Copy, countCopies, storeEvents } from './store-events.ts';

const cannotShow = 'The data could not be shown: the database refused it. The raw data is complete.';

/** `unstorable`: the database refuses this one for its content, whatever we leave out. */
type Unstorable = { status: 'unstorable'; detail: string };
export type BatchOutcome = StoreOutcome | Unstorable;

/**
 * Stores a batch and counts the copies in it, those of earlier events and those of each other. Where one row spoils
 * the batch, each is stored alone, so that a bad row never fails its neighbours. Outcomes in the drafts' order.
 * Throws when the database is away.
 */
export async function storeBatch(db: Db, drafts: EventDraft[]): Promise<BatchOutcome[]> {
  const firsts = new Map<string, EventDraft>();
  for (const draft of drafts) if (!firsts.has(draft.key)) firsts.set(draft.key, draft);
  const stored = await storeFirsts(db, [...firsts.values()]);
  const copies: Copy[] = [];
  const outcomes = drafts.map((draft): BatchOutcome => {
    const eventId = stored.get(firsts.get(draft.key)?.id ?? draft.id);
    if (eventId === undefined) throw new Error('the statement gave no row for a draft');
    if (typeof eventId === 'object') return eventId;
    if (eventId === draft.id) return { eventId, status: 'accepted' };
    copies.push({ draft, eventId });
    return { eventId, status: 'duplicate' };
  });
  if (copies.length > 0) await patiently(() => countCopies(db, copies));
  return outcomes;
}

/** For each draft's id the event it is or is a copy of, or why it cannot be stored. */
async function storeFirsts(db: Db, drafts: EventDraft[]): Promise<Map<string, string | Unstorable>> {
  try {
    return await patiently(() => storeEvents(db, drafts));
  } catch (error) {
    if (!isAboutData(error)) throw error;
  }
  const stored = new Map<string, string | Unstorable>();
  for (const draft of drafts) stored.set(draft.id, await storeAlone(db, draft));
  return stored;
}

/** A row that the database refuses is tried once more without its view: the bytes are what matters. */
async function storeAlone(db: Db, draft: EventDraft): Promise<string | Unstorable> {
  const tries = [draft, { ...draft, view: null, warnings: [...draft.warnings, cannotShow] }];
  let detail = '';
  for (const tried of tries) {
    try {
      const stored = await patiently(() => storeEvents(db, [tried]));
      const eventId = stored.get(tried.id);
      if (eventId !== undefined) return eventId;
    } catch (error) {
      if (!isAboutData(error)) throw error;
      detail = `The database refused the data (${sqlState(error)}).`;
    }
  }
  return { status: 'unstorable', detail };
}

/** Deadlocks and serialization failures pass: the statement had no effect and is run again. */
async function patiently<T>(run: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await run();
    } catch (error) {
      if (tried >= 5 || !['40P01', '40001'].includes(sqlState(error) ?? '')) throw error;
    }
  }
}

/** SQLSTATE classes 22 (data), 23 (constraint) and 54 (too complex) are the row's fault; anything else is not. */
function isAboutData(error: unknown): boolean {
  return /^(22|23|54)/.test(sqlState(error) ?? '');
}
