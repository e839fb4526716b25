'use client';

import { useMutation } from '@tanstack/react-query';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import { api } from '../api.ts';
import { isUnderWay, useReadingsChanged } from './use-readings.ts';

/** Stops a reading that is under way, or goes on with one that was stopped or failed. */
export function ReadingActions({ reading }: { reading: ReadingItem }) {
  const may = useMay('operator');
  const changed = useReadingsChanged();
  const stop = useMutation(api.readings.stop.mutationOptions({ onSettled: changed }));
  const goOn = useMutation(api.readings.goOn.mutationOptions({ onSettled: changed }));
  const { id, state } = reading;
  if (!may || state === 'done') return null;
  return isUnderWay(reading) ? (
    <Button size="small" busy={stop.isPending} onClick={() => stop.mutate({ id })}>
      Stop
    </Button>
  ) : (
    <Button size="small" busy={goOn.isPending} onClick={() => goOn.mutate({ id })}>
      Go on
    </Button>
  );
}
