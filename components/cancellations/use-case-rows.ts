import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { untilRead } from '#components/events/log-query.ts';
import type { Page } from '#components/events/log-rows.ts';
import { useLiveChanges } from '#components/live/live-provider.tsx';
import type { CaseFilter, CaseItem } from '#lib/cases/cases.contract.ts';
import { api } from '../api.ts';
import { caseListQuery, lookAtCases } from './case-query.ts';
import { type CaseLook, fromTop, keepPlaces, movedCases } from './case-rows.ts';

/** The list is looked at this long after something happened, and at most so often; in milliseconds. */
const lookAfter = 3_000;
/** And this often whatever happens: not every change of a case comes with an event. */
const lookEvery = 60_000;

interface CaseRowsInput {
  filter: CaseFilter;
  /** The filter as a text. */
  text: string;
  /** Somebody reads further down, or has a case open: no row leaves its place. */
  still: boolean;
}

type Held = { text: string; ids: ReadonlySet<string> };

/**
 * The rows of the cases, last heard of first, kept up to date. A look at the newest page says what changed. Where the
 * reader stands at the top the rows go to their places; else they only change their values, and what would move is
 * counted until it is asked for.
 */
export function useCaseRows({ filter, text, still }: CaseRowsInput) {
  const queries = useQueryClient();
  const options = useMemo(() => caseListQuery(filter, text), [filter, text]);
  const query = useInfiniteQuery({ ...options, placeholderData: keepPreviousData });
  const [held, setHeld] = useState<Held>({ text, ids: new Set() });
  const changed = held.text === text ? held.ids.size : 0;
  /** Whether a look is under way, and which one was asked for meanwhile. */
  const looking = useRef<{ busy: boolean; next: 'look' | 'show' | null }>({ busy: false, next: null });

  const put = (pages: Page<CaseItem>[]) =>
    queries.setQueryData(options.queryKey, {
      pages,
      pageParams: pages.map((_, at) => pages[at - 1]?.nextCursor ?? undefined),
    });

  /** What a look at the list of `of` brought. `show`: the rows go to their places, whoever reads. */
  const take = useEffectEvent((of: string, look: CaseLook, show: boolean) => {
    const pages = queries.getQueryData(options.queryKey)?.pages;
    if (of !== text || !pages) return;
    const moved = movedCases(pages, look);
    // An empty list has no reader to disturb.
    const keeps = still && !show && pages.some(({ items }) => items.length > 0);
    if (show) put([look.top]);
    else put(keeps ? keepPlaces(pages, look) : fromTop(pages, look));
    if (keeps) {
      if (moved.size > 0) setHeld({ text, ids: new Set([...(changed > 0 ? held.ids : []), ...moved]) });
    } else if (changed > 0) setHeld({ text, ids: new Set() });
    if (moved.size === 0) return;
    for (const told of [api.cases.count, api.cases.facets, api.cases.waiting])
      void queries.invalidateQueries({ queryKey: told.key() });
  });

  const look = useEffectEvent(async (show: boolean) => {
    const state = looking.current;
    if (state.busy) {
      if (show) state.next = 'show';
      else state.next ??= 'look';
      return;
    }
    state.busy = true;
    try {
      // What a read under way brings would replace the change.
      await untilRead(queries, options.queryKey);
      const seen = await lookAtCases(filter);
      await untilRead(queries, options.queryKey);
      take(text, seen, show);
    } catch {
      // The next look brings it; the lost connection is said at the top of the page.
    }
    const { next } = state;
    looking.current = { busy: false, next: null };
    if (next === 'show') void look(true);
    else if (next === 'look') lookSoon();
  });

  const timer = useRef<number>(undefined);
  const lookSoon = () => {
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined;
      void look(false);
    }, lookAfter);
  };
  useLiveChanges(lookSoon);
  useEffect(() => {
    const every = window.setInterval(() => void look(false), lookEvery);
    return () => {
      window.clearInterval(every);
      window.clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, []);
  const catchUp = useEffectEvent(() => {
    if (queries.getQueryData(options.queryKey)) void look(false);
  });
  // A list that is shown again from memory has not heard what happened meanwhile.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter shows another list
  useEffect(() => catchUp(), [text]);
  const arrive = useEffectEvent(() => {
    if (changed > 0) void look(true);
  });
  useEffect(() => {
    if (!still) arrive();
  }, [still]);

  const rows = useMemo(() => eachOnce(query.data?.pages.flatMap((page) => page.items) ?? []), [query.data]);
  return {
    query,
    rows,
    /** How many cases changed and are not in their new places yet. */
    changed,
    showChanged: () => void look(true),
  };
}

/** A case that was heard of while pages were read may stand on two of them; the upper one is right. */
function eachOnce(items: readonly CaseItem[]): CaseItem[] {
  return [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed();
}
