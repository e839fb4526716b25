'use client';

import { hashKey, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { api } from '../api.ts';
import { leaveToSignIn } from '../auth/leave-to-sign-in.ts';
import { type LiveMessage, type LiveState, openLiveChannel } from './live-channel.ts';

type Listener = (message: LiveMessage) => void;
const LiveContext = createContext<{ state: LiveState; listeners: Set<Listener> } | null>(null);

/** Least time between two rounds of reading anew, however much happens. */
const roundEvery = 500;

/**
 * Opens the live stream and tells the parts of the page what changed, in rounds of at most two a second. When the session
 * has ended, the page gives way to the sign-in page.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [listeners] = useState(() => new Set<Listener>());
  const [state, setState] = useState<LiveState>('connecting');

  useEffect(() => {
    let gathered: LiveMessage = { ids: [], reset: false };
    let timer: number | null = null;
    const round = () => {
      timer = null;
      const message = gathered;
      gathered = { ids: [], reset: false };
      for (const listener of listeners) listener(message);
      void queries.invalidateQueries({ queryKey: api.deliveries.key() });
      // All at once: asked for one by one, each would look through the whole cache.
      const told = new Set(message.ids.map((id) => hashKey(api.events.get.queryKey({ input: { id } }))));
      void queries.invalidateQueries({ predicate: ({ queryHash }) => told.has(queryHash) });
    };
    const close = openLiveChannel(
      (message) => {
        gathered = {
          ids: [...new Set([...gathered.ids, ...message.ids])],
          reset: gathered.reset || message.reset,
        };
        if (gathered.ids.length > 0 || gathered.reset) timer ??= window.setTimeout(round, roundEvery);
      },
      setState,
      leaveToSignIn,
    );
    return () => {
      close();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [listeners, queries]);

  return <LiveContext value={{ state, listeners }}>{children}</LiveContext>;
}

/** Whether the stream stands; `lost` only after it broke. */
export function useLiveState(): LiveState {
  return useContext(LiveContext)?.state ?? 'connecting';
}

/** Calls the latest `listener` with each round of changes while the component is shown. */
export function useLiveChanges(listener: Listener): void {
  const live = useContext(LiveContext);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const call: Listener = (message) => latest.current(message);
    live?.listeners.add(call);
    return () => {
      live?.listeners.delete(call);
    };
  }, [live]);
}
