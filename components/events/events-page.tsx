'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { parseAsString, useQueryState } from 'nuqs';
import { type UIEvent, useCallback, useMemo, useRef, useState } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { useListPlace } from '#components/console/use-list-place.ts';
import { Button } from '#components/ui/button.tsx';
import { DataTable, type TableControl } from '#components/ui/data-table.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pill } from '#components/ui/pill.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { SplitView } from '#components/ui/split-view.tsx';
import { useEver } from '#components/ui/use-ever.ts';
import { useKey } from '#components/ui/use-key.ts';
import { useAppliedView } from '#components/views/use-applied-view.ts';
import { ViewMenu } from '#components/views/view-menu.tsx';
import type { EventItem } from '#lib/events/events.contract.ts';
import { api } from '../api.ts';
import { compareAddress } from './compare-address.ts';
import { CutSearchNote } from './cut-search-note.tsx';
import { useEventFilters } from './event-filters.ts';
import { EventLogFilters } from './event-log-filters.tsx';
import { EventLogMenu } from './event-log-menu.tsx';
import { changeTo, filterOfText } from './log-filter.ts';
import { searchState } from './search-state.ts';
import { useEventColumns } from './use-event-columns.ts';
import { useEventRows } from './use-event-rows.ts';
import { useEventSelection } from './use-event-selection.ts';
import { useNewsWords } from './use-news-words.ts';

const readDetail = () => import('./event-detail-panel.tsx').then((file) => file.EventDetailPanel);
/** Read when an event is first pointed at or opened. */
const EventDetailPanel = dynamic(readDetail, {
  ssr: false,
  loading: () => (
    <div className="p-4">
      <SkeletonText lines={8} label="Reading the event" />
    </div>
  ),
});

/** Read when rows are selected, and when there are none. Not on the server: else the whole page waits for them. */
const EventBulkBar = dynamic(() => import('./event-bulk-bar.tsx').then((file) => file.EventBulkBar), {
  ssr: false,
});
const NoEvents = dynamic(() => import('./no-events.tsx').then((file) => file.NoEvents), { ssr: false });
const NoEventsYet = dynamic(() => import('./no-events-yet.tsx').then((file) => file.NoEventsYet), {
  ssr: false,
});

const rowId = (event: EventItem) => event.id;
const rowHref = (event: EventItem) => `/events/${event.id}`;
const noRows: EventItem[] = [];

/** The event log: list, filters in the URL, detail beside the list, new rows as they come. */
export function EventsPage() {
  const router = useRouter();
  const queries = useQueryClient();
  const { filter, text, change } = useEventFilters();
  const view = useAppliedView('events');
  const [open, setOpen] = useQueryState('event', parseAsString);
  const [atTop, setAtTop] = useState(true);
  const [paused, setPaused] = useState(false);
  const [typeOpen, setTypeOpen] = useState(false);
  const table = useRef<TableControl>(null);
  const shape = useEventColumns();
  const needsType = searchState(filter.q ?? '', filter.type) === 'needs-type';

  const inSight = () => {
    const { first, last } = table.current?.inSight() ?? { first: 0, last: -1 };
    return rows.slice(first, last + 1).map(rowId);
  };
  const log = useEventRows({ filter, text, enabled: !needsType, atTop, paused, inSight });
  const { query, waiting, showWaiting, scrolled, refresh } = log;
  const rows = needsType ? noRows : log.rows;
  const ids = useMemo(() => rows.map(rowId), [rows]);
  const chosen = useEventSelection(ids, filter, text);
  const selecting = useEver(chosen.selection.ids.size > 0);
  const cut = !needsType && (query.data?.pages.some((page) => page.partial) ?? false);
  const hasMore = query.hasNextPage && !query.isPlaceholderData;
  const place = useListPlace({
    name: text,
    ids,
    readMore: hasMore ? () => void query.fetchNextPage() : undefined,
    reading: query.isPending || query.isFetchingNextPage || query.isPlaceholderData,
    table,
  });
  const news = useNewsWords(ids, waiting.count, text);

  const opened = open !== null;
  const show = useCallback(
    (event: EventItem) => void setOpen(event.id, { history: opened ? 'replace' : 'push' }),
    [setOpen, opened],
  );
  const close = () => void setOpen(null, { history: 'replace' });
  const clear = () => {
    view.leave();
    change(changeTo({}));
  };
  const onScroll = ({ target }: UIEvent<HTMLElement>) => {
    if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'grid') return;
    setAtTop(target.scrollTop < 12);
    place.remember(target.scrollTop);
    scrolled();
  };
  const hovered = useRef<number>(undefined);
  const prefetch = useCallback(
    ({ id }: EventItem) => {
      window.clearTimeout(hovered.current);
      // Rows that only pass under the pointer are not meant.
      hovered.current = window.setTimeout(() => {
        void readDetail();
        void queries.prefetchQuery(api.events.get.queryOptions({ input: { id } }));
      }, 120);
    },
    [queries],
  );
  useKey('Escape', () => {
    if (!opened) chosen.clear();
  });
  useKey('c', () => {
    const compared = chosen.all ? null : compareAddress([...chosen.selection.ids]);
    if (compared) router.push(compared);
  });

  const list = (
    <div className="flex min-h-0 flex-1 flex-col" onScrollCapture={onScroll}>
      <PageHeader
        title="Events"
        mark={
          <ViewMenu
            list="events"
            query={text}
            allLabel="All events"
            onApply={(saved) => change(changeTo(filterOfText(saved)))}
          />
        }
        actions={
          <>
            <Button size="small" aria-pressed={paused} onClick={() => setPaused(!paused)}>
              {paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
              <span className="max-sm:sr-only">{paused ? 'Resume' : 'Pause'}</span>
            </Button>
            <EventLogMenu filter={filter} />
          </>
        }
      />
      <EventLogFilters
        filter={filter}
        rows={rows}
        onChange={change}
        onClear={text ? clear : undefined}
        typeOpen={typeOpen}
        onTypeOpen={setTypeOpen}
      />
      <div
        className={`relative flex min-h-0 flex-1 flex-col ${query.isPlaceholderData ? 'opacity-60 transition-opacity delay-200' : ''}`}
      >
        {cut && rows.length > 0 && <CutSearchNote />}
        {waiting.count > 0 && (
          <div className="pointer-events-none absolute inset-x-0 top-10 z-20 flex justify-center *:pointer-events-auto">
            <Pill
              onClick={() => {
                table.current?.scrollTo(0);
                table.current?.focus();
                showWaiting();
              }}
            >
              {waiting.count.toLocaleString('en')}
              {waiting.more ? '+' : ''} new{paused ? ', paused' : ''}
            </Pill>
          </div>
        )}
        <DataTable
          label="Events"
          rows={rows}
          {...shape}
          rowId={rowId}
          rowHref={rowHref}
          activeId={open}
          onOpen={show}
          onClose={close}
          onRowHover={prefetch}
          selection={chosen.selection}
          initialOffset={place.initialOffset}
          control={table}
          {...pagedTable(query, 'The events could not be read')}
          hasMore={hasMore && !needsType}
          loading={!needsType && (query.isPending || query.isPlaceholderData)}
          empty={
            text ? (
              <NoEvents
                filter={filter}
                cut={cut}
                onWiden={(names) => change(Object.fromEntries(names.map((name) => [name, null])))}
                onClear={clear}
                onChooseType={() => setTypeOpen(true)}
              />
            ) : (
              <NoEventsYet />
            )
          }
        />
      </div>
      {selecting && (
        <EventBulkBar
          chosen={chosen}
          rows={rows}
          hasMore={hasMore}
          filter={filter}
          text={text}
          onChanged={(changed) => void refresh(changed)}
        />
      )}
      <p role="status" className="sr-only">
        {news}
      </p>
    </div>
  );
  return (
    <SplitView
      list={list}
      detail={open ? <EventDetailPanel id={open} /> : null}
      detailLabel="Event"
      backLabel="Events"
      onClose={close}
    />
  );
}
