'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { BulkBar } from '#components/ui/bulk-bar.tsx';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { cutSearchWords } from '#lib/events/cut-search.ts';
import { eventFilterOf } from '#lib/events/event-range.schema.ts';
import type { EventItem } from '#lib/events/events.contract.ts';
import { api } from '../api.ts';
import { compareAddress } from './compare-address.ts';
import { countWords } from './count-words.ts';
import { DoForEach } from './do-for-each.tsx';
import { mostByHand } from './event-choice.ts';
import { ExportItems } from './export-items.tsx';
import { HandleDialog } from './handle-dialog.tsx';
import type { LogFilter } from './log-filter.ts';
import type { useEventSelection } from './use-event-selection.ts';

interface EventBulkBarProps {
  chosen: ReturnType<typeof useEventSelection>;
  rows: readonly EventItem[];
  /** There are more rows than those loaded. */
  hasMore: boolean;
  filter: LogFilter;
  text: string;
  onChanged: (ids: readonly string[]) => void;
}

const atMost = 1_000;

/** What can be done with the selected events at once. */
export function EventBulkBar({ chosen, rows, hasMore, filter, text, onChanged }: EventBulkBarProps) {
  const { selection, all, choice, full, lastLetGo, selectAll, clear } = chosen;
  const mayHandle = useMay('operator');
  const [handling, setHandling] = useState(false);
  const count = selection.ids.size;
  const whole = useQuery({
    queryKey: ['event log size', text],
    queryFn: () => api.events.count.call({ ...eventFilterOf(filter, Date.now()), atMost }),
    enabled: count > 0,
    staleTime: 10_000,
  });
  const wholeWords = whole.data && countWords(whole.data);
  const cut = all && whole.data?.partial === true;
  const words = all
    ? `all ${wholeWords ?? ''} events that fit`
    : count === 1
      ? '1 event'
      : `${count.toLocaleString('en')} events`;
  const compared = all ? null : compareAddress([...selection.ids]);
  const changed = () => onChanged([...selection.ids]);
  const unhandle = useMutation(
    api.events.unhandle.mutationOptions({
      onSuccess: changed,
    }),
  );
  const allHandled =
    !all && count > 0 && rows.every(({ id, handled }) => !selection.ids.has(id) || handled !== null);
  return (
    <>
      <BulkBar
        count={count}
        one="event"
        many="events"
        words={all ? `All ${wholeWords ?? ''} events that fit` : undefined}
        onClear={clear}
      >
        {full && (
          <span className="text-ink-2">
            {lastLetGo
              ? `Only the first ${mostByHand.toLocaleString('en')} loaded rows stay selected.`
              : 'No more by hand; take all that fit the filter instead.'}
          </span>
        )}
        {!all && (hasMore || rows.length > count) && (
          <Button variant="quiet" size="small" onClick={selectAll}>
            Select all that fit{wholeWords ? `: ${wholeWords}` : ''}
          </Button>
        )}
        <Menu
          trigger={
            <Button size="small">
              Export
              <ChevronUp aria-hidden="true" />
            </Button>
          }
        >
          <ExportItems choice={choice} />
        </Menu>
        {mayHandle && allHandled && (
          <Button
            size="small"
            busy={unhandle.isPending}
            onClick={() => unhandle.mutate({ ids: [...selection.ids] })}
          >
            Mark as not handled
          </Button>
        )}
        {mayHandle && !allHandled && (
          <Button size="small" onClick={() => setHandling(true)}>
            Mark as handled
          </Button>
        )}
        {mayHandle && <DoForEach events={rows.filter(({ id }) => selection.ids.has(id))} whole={all} />}
        {compared && (
          <LinkButton size="small" href={compared} aria-keyshortcuts="c">
            Compare
          </LinkButton>
        )}
        {cut && <span className="order-last basis-full text-12 text-ink-2">{cutSearchWords}</span>}
      </BulkBar>
      {mayHandle && (
        <HandleDialog
          choice={choice}
          words={words}
          cut={cut}
          many={all && whole.data?.more !== false}
          open={handling}
          onOpenChange={setHandling}
          onChanged={changed}
        />
      )}
    </>
  );
}
