'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLiveChanges } from '#components/live/live-provider.tsx';
import { api } from '../api.ts';

/** A case is read anew this long after something happened, in milliseconds, and at most so often. */
const readAfter = 3_000;

/** Reads one case and its events anew while it is on the screen and events come. */
export function useLiveCase(id: string): void {
  const queries = useQueryClient();
  const timer = useRef<number>(undefined);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  useLiveChanges(() => {
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: api.cases.get.key({ input: { id } }) });
      void queries.invalidateQueries({ queryKey: api.events.list.key({ input: { record: id } }) });
    }, readAfter);
  });
}
