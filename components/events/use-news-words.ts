import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** Least time between two announcements, in milliseconds: more often, nobody could listen to anything else. */
const every = 10_000;

/** How many events came, in words for those who hear the page: new rows on top and those that wait. */
export function useNewsWords(ids: readonly string[], waiting: number, name: string): string {
  const [words, setWords] = useState('');
  const said = useRef<{ name: string; newest: string | undefined }>({ name, newest: ids[0] });
  const say = useEffectEvent(() => {
    const { newest } = said.current;
    const other = said.current.name !== name || newest === undefined;
    const fresh = other
      ? 0
      : Math.max(
          ids.findIndex((id) => id <= newest),
          0,
        );
    said.current = { name, newest: ids[0] };
    const count = fresh + waiting;
    setWords(
      count === 0
        ? ''
        : `${count} new ${count === 1 ? 'event' : 'events'}${fresh === 0 ? ', not shown yet' : ''}`,
    );
  });
  useEffect(() => {
    const timer = window.setInterval(say, every);
    return () => window.clearInterval(timer);
  }, []);
  return words;
}
