'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import type { WantedOf } from '#lib/readings/readings.schema.ts';
import { api, errorWords } from '../api.ts';
import { WantedInstall } from './wanted-install.tsx';

/**
 * "Get full install from Enerflo" for an event, a deal of Enerflo 2.0 or an install, with what came of it. Shows
 * nothing where there is no install to ask for. `connectionId` may be left out where an event is given; with `title` it
 * is a section of its own. `at`: the record on whose page it stands.
 */
export function GetFullInstall({ title, at, ...of }: WantedOf & { title?: string; at?: string }) {
  const may = useMay('operator');
  const client = useQueryClient();
  const options = api.readings.wanted.queryOptions({
    input: of,
    refetchInterval: ({ state }) => (state.data?.wanted?.state === 'waiting' ? 5_000 : false),
  });
  const { data } = useQuery(options);
  // Once the install is there, what was read of its record before is old.
  const settledAt = data && (data.wanted?.settledAt ?? null);
  const before = useRef(settledAt);
  useEffect(() => {
    if (before.current !== undefined && settledAt !== before.current)
      void client.invalidateQueries({ queryKey: api.records.get.key() });
    before.current = settledAt;
  }, [client, settledAt]);
  const settled = () => {
    void client.invalidateQueries({ queryKey: api.readings.wanted.key() });
    void client.invalidateQueries({ queryKey: api.readings.waiting.key() });
  };
  const want = useMutation(
    api.readings.wantInstall.mutationOptions({ meta: { showsItsErrors: true }, onSettled: settled }),
  );
  const stop = useMutation(api.readings.stopWaiting.mutationOptions({ onSettled: settled }));
  if (!data?.possible || (!may && data.wanted === null)) return null;
  const { wanted } = data;
  const waiting = wanted?.state === 'waiting';
  const content = (
    <div className="flex flex-col items-start gap-2 text-13">
      {may && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" busy={want.isPending} onClick={() => want.mutate(of)}>
            {waiting ? 'Look again now' : wanted ? 'Get full install again' : 'Get full install from Enerflo'}
          </Button>
          {waiting && (
            <Button
              size="small"
              variant="quiet"
              busy={stop.isPending}
              onClick={() => stop.mutate({ id: wanted.id })}
            >
              Stop waiting
            </Button>
          )}
        </div>
      )}
      {want.isError && (
        <p role="alert" className="text-bad">
          {errorWords(want.error).message}
        </p>
      )}
      {wanted && <WantedInstall wanted={wanted} at={at} />}
    </div>
  );
  return title ? <Section title={title}>{content}</Section> : content;
}
