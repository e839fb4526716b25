'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLiveChanges } from '#components/live/live-provider.tsx';
import { api } from '../api.ts';

/** Cases are read anew this long after something happened, in milliseconds, and at most so often. */
const readAfter = 3_000;

/** Reads the cases anew while they are on the screen and events come. */
export function useLiveCases(): void {
  const queries = useQueryClient();
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useLiveChanges(() => {
    if (timer.current !== undefined) return;
    timer.current = window.setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: api.cases.key() });
    }, readAfter);
  });
}
