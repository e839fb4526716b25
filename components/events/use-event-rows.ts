import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useLiveChanges } from '#components/live/live-provider.tsx';
import type { EventItem } from '#lib/events/events.contract.ts';
import type { LogFilter } from './log-filter.ts';
import { changePages, logQuery, mostAtOnce, readFitting, readNewest, untilRead } from './log-query.ts';
import { addRows, changeRows, joinTop, newRows } from './log-rows.ts';
import { useLookAgain } from './use-look-again.ts';
import { useRowsInRange } from './use-rows-in-range.ts';

/** Rows kept in memory while the list stands at its top; the others are read again when they are scrolled to. */
const mostAtTop = 2_000;
/** More than this is not counted: "999+ new". */
const mostWaiting = 999;

interface EventRowsInput {
  filter: LogFilter;
  /** The filter as a text. */
  text: string;
  /** False while the filter cannot be asked for. */
  enabled: boolean;
  /** New rows come in on top at once; else they wait, so that nothing jumps. */
  atTop: boolean;
  /** Nothing on the screen changes; new rows wait. */
  paused: boolean;
  /** The ids of the rows in sight. */
  inSight: () => string[];
}

/** Rows that fit and are not shown yet: how many, and whether there are more than that. */
export type Waiting = { count: number; more: boolean };

type Held = { ids: ReadonlySet<string>; more: boolean };
const none: Held = { ids: new Set(), more: false };

/**
 * The rows of the event log, kept up to date by the live stream. What the stream tells is gathered while a round of
 * reading is under way, so that however much happens, there is one round at a time with two requests at most.
 */
export function useEventRows({ filter, text, enabled, atTop, paused, inSight }: EventRowsInput) {
  const queries = useQueryClient();
  const options = useMemo(() => logQuery(filter, text), [filter, text]);
  const query = useInfiniteQuery({ ...options, enabled, placeholderData: keepPreviousData });
  const [held, setHeld] = useState<{ text: string } & Held>({ text, ...none });
  const waiting = held.text === text ? held : none;
  const news = useRef({ ids: new Set<string>(), anew: false, busy: false });
  /** Rows that changed while the list was paused. */
  const missed = useRef(new Set<string>());
  /** Loaded rows that may have changed without being read again: they are once they come in sight. */
  const doubtful = useRef(new Set<string>());

  const put = (change: Parameters<typeof changePages>[2]) => changePages(queries, options, change);
  const hold = (fresh: readonly EventItem[], more: boolean) =>
    setHeld((before) => {
      const kept = before.text === text ? before : none;
      const ids = [...new Set([...fresh.map(({ id }) => id), ...kept.ids])];
      const counted = new Set(ids.slice(0, mostWaiting));
      return { text, ids: counted, more: more || kept.more || ids.length > mostWaiting };
    });
  const letGo = () => setHeld({ text, ...none });
  const loaded = () => {
    const pages = queries.getQueryData(options.queryKey)?.pages ?? [];
    return pages.flatMap(({ items }) => items.map(({ id }) => id));
  };
  const believe = (read: readonly { id: string }[]) => {
    for (const { id } of read) doubtful.current.delete(id);
  };
  /** A list that was come back to may stand further down and not have said so yet. */
  const mayShow = () => atTop && !paused && (inSight()[0] ?? rows[0]?.id) === rows[0]?.id;

  /** What fits now, from the top, and the present state of the rows in sight. The others are doubted. */
  const readAnew = async (show: boolean) => {
    const [top, seen] = await Promise.all([
      readNewest(filter, show ? mostAtOnce : mostAtOnce / 2),
      show || paused ? [] : readFitting({}, inSight()),
    ]);
    doubtful.current = new Set(loaded());
    if (show) {
      await put((pages) => joinTop(pages, top, mostAtTop));
      believe(top.items);
      return letGo();
    }
    const read = paused ? [] : [...top.items, ...seen];
    await put((pages) => {
      const fresh = newRows(pages, top.items);
      if (fresh.length > 0) hold(fresh, fresh.length === top.items.length && top.nextCursor !== null);
      return changeRows(pages, read);
    });
    believe(read);
  };

  const follow = async (ids: readonly string[]) => {
    const shown = new Set(loaded());
    const [known, unknown] = [ids.filter((id) => shown.has(id)), ids.filter((id) => !shown.has(id))];
    if (paused) for (const id of known) missed.current.add(id);
    if (unknown.length > mostAtOnce || (!paused && known.length > mostAtOnce)) return readAnew(mayShow());
    const [changed, found] = await Promise.all([
      paused ? [] : readFitting({}, known),
      readFitting(filter, unknown),
    ]);
    await put((pages) => {
      const fresh = newRows(pages, found);
      if (mayShow()) return addRows(changeRows(pages, changed), fresh, mostAtTop);
      if (fresh.length > 0) hold(fresh, false);
      return changed.length > 0 ? changeRows(pages, changed) : pages;
    });
    believe(changed);
  };

  const round = useEffectEvent((anew: boolean, ids: string[]) => (anew ? readAnew(mayShow()) : follow(ids)));
  const work = useEffectEvent(async () => {
    const told = news.current;
    if (told.busy) return;
    told.busy = true;
    try {
      await untilRead(queries, options.queryKey);
      while (queries.getQueryData(options.queryKey) && (told.anew || told.ids.size > 0)) {
        const { ids, anew } = told;
        told.ids = new Set();
        told.anew = false;
        await round(anew, [...ids]);
      }
    } catch {
      // Whatever it was, the next round reads everything anew; the lost connection is said at the top of the page.
      told.anew = true;
    } finally {
      told.busy = false;
    }
  });
  useLiveChanges(({ ids, reset }) => {
    for (const id of ids) news.current.ids.add(id);
    news.current.anew ||= reset;
    void work();
  });

  // A list that was left and is shown again from memory has not heard what happened meanwhile.
  const catchUp = useEffectEvent(() => {
    if (!queries.getQueryData(options.queryKey)) return;
    news.current.anew = true;
    void work();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter shows another list
  useEffect(() => catchUp(), [text]);

  const look = (which: 'all' | 'doubtful') => {
    if (paused) return;
    for (const id of inSight()) if (which === 'all' || doubtful.current.has(id)) news.current.ids.add(id);
    void work();
  };
  const scrolled = useLookAgain(look);

  const showWaiting = () => void readAnew(true).catch(() => undefined);
  const arrive = useEffectEvent(() => {
    if (missed.current.size > 0) {
      for (const id of missed.current) news.current.ids.add(id);
      missed.current = new Set();
      void work();
    }
    look('doubtful');
    if (atTop && waiting.ids.size > 0) showWaiting();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: reaching the top is one of the two occasions
  useEffect(() => {
    if (!paused) arrive();
  }, [paused, atTop]);

  const rows = useRowsInRange(query.data?.pages, filter);
  return {
    query,
    rows,
    waiting: { count: waiting.ids.size, more: waiting.more } satisfies Waiting,
    showWaiting,
    /** To be called whenever the list is scrolled. */
    scrolled,
    /** Reads rows again that are known to have changed: those in sight and as many others as one request gives. */
    refresh: async (ids: readonly string[]) => {
      const wanted = new Set(ids);
      for (const id of wanted) doubtful.current.add(id);
      const changed = await readFitting({}, [
        ...new Set([...inSight().filter((id) => wanted.has(id)), ...wanted]),
      ]);
      await put((pages) => changeRows(pages, changed));
      believe(changed);
    },
  };
}
