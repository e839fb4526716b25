import { useMemo, useState } from 'react';
import type { RowSelection } from '#components/ui/use-row-selection.ts';
import type { EventChoice } from './event-choice.ts';
import type { LogFilter } from './log-filter.ts';

const nothing: ReadonlySet<string> = new Set();

/** Which events are selected: rows one by one, or all that fit the filter, loaded or not. Another filter ends it. */
export function useEventSelection(ids: readonly string[], filter: LogFilter, text: string) {
  const [chosen, setChosen] = useState({ text, ids: nothing, all: false });
  const present = chosen.text === text ? chosen : { text, ids: nothing, all: false };
  const { all } = present;
  const shown = useMemo(() => (all ? new Set(ids) : present.ids), [all, ids, present.ids]);
  const selection = useMemo<RowSelection>(
    () => ({ ids: shown, onChange: (next) => setChosen({ text, ids: next, all: false }) }),
    [shown, text],
  );
  const choice: EventChoice = all ? { filter } : { ids: [...shown] };
  return {
    selection,
    all,
    choice,
    selectAll: () => setChosen({ text, ids: nothing, all: true }),
    clear: () => setChosen({ text, ids: nothing, all: false }),
  };
}
