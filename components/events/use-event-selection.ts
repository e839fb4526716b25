import { useMemo, useState } from 'react';
import { isCut } from '#components/ui/choose-rows.ts';
import type { RowSelection } from '#components/ui/use-row-selection.ts';
import { type EventChoice, mostByHand } from './event-choice.ts';
import type { LogFilter } from './log-filter.ts';

const nothing: ReadonlySet<string> = new Set();

/**
 * Which events are selected: rows one by one, 1,000 at most, or all that fit the filter, loaded or not. Another filter
 * ends it.
 */
export function useEventSelection(ids: readonly string[], filter: LogFilter, text: string) {
  const [chosen, setChosen] = useState({ text, ids: nothing, all: false, cut: false });
  const present = chosen.text === text ? chosen : { text, ids: nothing, all: false, cut: false };
  const { all } = present;
  const shown = useMemo(() => (all ? new Set(ids) : present.ids), [all, ids, present.ids]);
  const selection = useMemo<RowSelection>(
    () => ({
      ids: shown,
      most: mostByHand,
      onChange: (next) =>
        setChosen({ text, ids: next, all: false, cut: all && isCut([...shown], next, mostByHand) }),
    }),
    [shown, text, all],
  );
  const choice: EventChoice = all ? { filter } : { ids: [...shown] };
  return {
    selection,
    all,
    choice,
    /** No more can be chosen by hand. */
    full: !all && shown.size >= mostByHand,
    /** All were chosen and one was taken out; more rows were loaded than can stay, so the last of them went too. */
    lastLetGo: present.cut,
    selectAll: () => setChosen({ text, ids: nothing, all: true, cut: false }),
    clear: () => setChosen({ text, ids: nothing, all: false, cut: false }),
  };
}
