import { useEffect, useMemo, useState } from 'react';
import { rangeHours } from '#lib/events/event-range.schema.ts';
import type { EventItem } from '#lib/events/events.contract.ts';
import type { LogFilter } from './log-filter.ts';

/** All rows read; of a range that moves, those that are still in it. */
export function useRowsInRange(
  pages: { items: EventItem[] }[] | undefined,
  { range }: LogFilter,
): EventItem[] {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!range) return;
    setNow(Date.now());
    const timer = window.setInterval(() => setNow(Date.now()), 60_000);
    return () => window.clearInterval(timer);
  }, [range]);
  return useMemo(() => {
    const rows = pages?.flatMap((page) => page.items) ?? [];
    if (!range) return rows;
    const from = new Date(now - rangeHours[range] * 3_600_000).toISOString();
    const end = rows.findLastIndex((row) => row.receivedAt >= from);
    return end === rows.length - 1 ? rows : rows.slice(0, end + 1);
  }, [pages, range, now]);
}
