import { useCallback, useEffect, useRef } from 'react';

/** That an event is held is judged when it is read, and nothing tells of it: so rows in sight are looked at again. */
const lookEvery = 30_000;
/** The list stands still this long before the rows that came in sight are read. */
const settlesAfter = 150;

/**
 * Calls `look` every half minute while the page is visible and when it becomes so (for all rows in sight), and when
 * scrolling settles (for the doubtful ones). Gives what is to be called whenever the list is scrolled.
 */
export function useLookAgain(look: (which: 'all' | 'doubtful') => void): () => void {
  const latest = useRef(look);
  const settling = useRef<number>(undefined);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    const tick = () => {
      if (document.visibilityState === 'visible') latest.current('all');
    };
    const timer = window.setInterval(tick, lookEvery);
    document.addEventListener('visibilitychange', tick);
    return () => {
      window.clearInterval(timer);
      window.clearTimeout(settling.current);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return useCallback(() => {
    window.clearTimeout(settling.current);
    settling.current = window.setTimeout(() => latest.current('doubtful'), settlesAfter);
  }, []);
}
