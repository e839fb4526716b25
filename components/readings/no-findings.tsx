import { Fold } from '#components/deliveries/fold.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import { noFindingWords, notReadWords } from './no-finding-words.ts';

/** Why nothing is listed that a catch-up found. `clear` is given where filters leave nothing. */
export function NoFindings({ reading, clear }: { reading: ReadingItem; clear?: () => void }) {
  if (clear) {
    return (
      <EmptyState
        title="Nothing fits these filters"
        action={<Button onClick={clear}>Clear filters</Button>}
      />
    );
  }
  const { title, words } = noFindingWords(reading);
  return (
    <EmptyState title={title}>
      {words}
      {reading.state === 'done' && (
        <Fold summary="What a catch-up does not read" className="mt-2">
          <ul className="list-disc pl-5 text-left">
            {notReadWords(reading).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Fold>
      )}
    </EmptyState>
  );
}
