'use client';

import { useQuery } from '@tanstack/react-query';
import { useClock } from '#components/ui/clock.tsx';
import type { FieldWords } from '#lib/operations/field-words.ts';
import { api, errorWords } from '../api.ts';
import { soughtChoice, soughtWords } from './sought-words.ts';
import type { Sought } from './start-values.ts';

/**
 * What a field is to be filled in with that is known by another id only, asked of Enerflo while `enabled`: the choice,
 * or in words why there is none.
 */
export function useSought(
  connectionId: string,
  words: FieldWords,
  sought: Sought | undefined,
  enabled: boolean,
) {
  const { timeZone } = useClock();
  const { picks } = words;
  const found = useQuery(
    api.enerflo.choices.queryOptions({
      input: {
        id: connectionId,
        picks: picks ?? 'install',
        value: words.value ?? ('id' as const),
        timeZone,
        ...(sought?.by === 'deal' ? { within: sought.id } : { q: sought?.id }),
      },
      enabled: enabled && sought !== undefined && picks !== undefined,
      staleTime: 20_000,
      retry: false,
    }),
  );
  const said = sought && found.data ? soughtWords(sought, found.data) : null;
  return {
    looking: sought !== undefined && enabled && found.isPending,
    choice: found.data ? soughtChoice(found.data) : null,
    words: found.isError ? errorWords(found.error).message : said,
  };
}
