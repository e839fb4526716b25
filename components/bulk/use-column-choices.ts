import { useEffect, useEffectEvent, useState } from 'react';
import {
  type ColumnChoices,
  forgetColumnsDraft,
  keepColumnsDraft,
  readColumnsDraft,
} from './columns-draft.ts';

/** What fills which field while the columns of a bulk are matched. What is not checked yet outlives a reload. */
export function useColumnChoices(bulkId: string, given: ColumnChoices) {
  const [start] = useState(given);
  const [chosen, setChosen] = useState(start);
  const [restored, setRestored] = useState(false);

  const restore = useEffectEvent(() => {
    const draft = readColumnsDraft(bulkId, start);
    if (!draft) return;
    setChosen(draft);
    setRestored(true);
  });
  useEffect(() => restore(), []);

  return {
    ...chosen,
    restored,
    choose: (some: Partial<ColumnChoices>) => {
      const next = { ...chosen, ...some };
      setChosen(next);
      keepColumnsDraft(bulkId, next, start);
    },
    forget: () => forgetColumnsDraft(bulkId),
    discard: () => {
      setChosen(start);
      setRestored(false);
      forgetColumnsDraft(bulkId);
    },
  };
}
