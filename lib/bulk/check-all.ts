import type { BulkWork } from './bulk-part.ts';
import { type CheckedRow, type Checking, checkRow, mostTries, type RowToCheck } from './check-row.ts';
import { mostInRow } from './failed-in-row.ts';
import type { NotAsked } from './not-asked.ts';

/** Rows that wait for Enerflo at one time. */
const atOnce = 4;

type Why = NotAsked['notAsked'];
type CheckedAll = {
  /** As they are to be written: those about which Enerflo could not be asked have one try more behind them. */
  checked: CheckedRow[];
  /** What every further row would meet as well. */
  halted: Why | null;
  /** Why Enerflo could not be asked about a row, the last of them. */
  failed: Why | null;
};

/** Checks these rows, a few at a time, for as long as there is time and it makes sense. */
export async function checkAll(
  work: Pick<BulkWork, 'over'>,
  checking: Checking,
  rows: readonly RowToCheck[],
): Promise<CheckedAll> {
  const all: CheckedAll = { checked: [], halted: null, failed: null };
  const left = rows.values();
  let inRow = 0;
  const lane = async () => {
    for (const row of left) {
      if (all.halted || inRow >= mostInRow || work.over()) return;
      const outcome = await checkRow(checking, row);
      if (!('notAsked' in outcome)) {
        all.checked.push(outcome);
        if (outcome.state !== 'bad') inRow = 0;
      } else if (outcome.notAsked.kind === 'row') {
        all.failed = outcome.notAsked;
        all.checked.push(unasked(row, outcome.notAsked));
        if (row.tries === 0) inRow += 1;
      } else all.halted = outcome.notAsked;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return all;
}

/** A row about which Enerflo could not be asked: to be tried again, or after the last try with the reason. */
function unasked({ number, tries }: RowToCheck, { text, said }: Why): CheckedRow {
  const nothing = { number, input: null, hash: null, notes: [] };
  if (tries + 1 < mostTries) return { ...nothing, state: 'unchecked', reason: null, tries: tries + 1 };
  const reason = [`Asked ${mostTries} times:`, text, said].filter(Boolean).join(' ');
  return { ...nothing, state: 'uncheckable', reason, tries: 0 };
}
