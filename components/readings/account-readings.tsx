'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryError } from '#components/console/query-error.tsx';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Section } from '#components/ui/section.tsx';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import { api, errorWords } from '../api.ts';
import { CatchUpDialog } from './catch-up-dialog.tsx';
import { ReadingCard } from './reading-card.tsx';
import { ReadingList } from './reading-list.tsx';
import { isUnderWay, useReadings, useReadingsChanged } from './use-readings.ts';
import { WaitingReadings } from './waiting-readings.tsx';

type Asking = 'catch-up' | 'initial' | null;

/** On the page of an Enerflo account: what was read from it, what is being read, and how to have it read. */
export function AccountReadings({ id, hasKey }: { id: string; hasKey: boolean }) {
  const may = useMay('operator');
  const readings = useReadings(id);
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  const items = readings.data?.items ?? [];
  const current =
    items.find(isUnderWay) ?? items.find(({ state }) => state === 'stopped' || state === 'failed');
  // One that ended badly is shown large only while nothing newer took its place.
  const shown = current && (isUnderWay(current) || current === items[0]) ? current : undefined;
  const loaded = items.some(({ kind, state }) => kind === 'initial' && state === 'done');
  const idle = may && hasKey && readings.isSuccess && !items.some(isUnderWay);
  return (
    <Section
      title="Read from Enerflo"
      description={sentence(hasKey, loaded, items)}
      actions={
        idle && (
          <>
            <Button size="small" onClick={() => setAsking('initial')}>
              {loaded ? 'Load everything again' : 'Load everything'}
            </Button>
            <Button size="small" onClick={() => setAsking('catch-up')}>
              Catch up
            </Button>
          </>
        )
      }
    >
      {readings.isError && !readings.data && (
        <QueryError title="The readings could not be read" query={readings} />
      )}
      <WaitingReadings connectionId={id} except={shown?.id} />
      {shown && <ReadingCard reading={shown} />}
      <ReadingList readings={items.filter((item) => item !== shown)} />
      {asking === 'catch-up' && <CatchUpDialog connectionId={id} onClose={close} />}
      {asking === 'initial' && <InitialDialog connectionId={id} onClose={close} />}
    </Section>
  );
}

function sentence(hasKey: boolean, loaded: boolean, items: readonly ReadingItem[]): string {
  if (!hasKey)
    return 'Set the API key of this account first; then this console can read installs, customers, milestones and notes.';
  if (!loaded && !items.some(({ kind }) => kind === 'initial')) {
    return 'So far this console knows of Enerflo what webhooks told. Load everything once, so that it knows the rest and can tell a change from a first time.';
  }
  return 'Each night, and after the console was off, what changed in Enerflo meanwhile is read by itself.';
}

function InitialDialog({ connectionId, onClose }: { connectionId: string; onClose: () => void }) {
  const changed = useReadingsChanged();
  const start = useMutation(
    api.readings.start.mutationOptions({
      meta: { showsItsErrors: true },
      onSettled: changed,
      onSuccess: onClose,
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title="Load everything from Enerflo?"
      consequence="Reads all customers, installs, milestones and notes, at a pace that leaves room for people. Appointments, change orders and deals are not read: of these only webhooks tell. Nothing is sent, and nothing counts as a change. It can be stopped and goes on where it was."
      action="Load everything"
      danger={false}
      busy={start.isPending}
      error={start.isError ? errorWords(start.error).message : undefined}
      onConfirm={() => start.mutate({ connectionId, kind: 'initial' })}
    />
  );
}
