'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import type { BulkDetail } from '#lib/bulk/bulk.schema.ts';
import { api } from '../api.ts';
import { rowWords } from './bulk-words.ts';
import { ThrowAway } from './throw-away.tsx';
import { useBulkChanged } from './use-bulk.ts';

/** What can be done with a bulk as a whole, besides starting it. */
export function BulkActions({ bulk, onMatch }: { bulk: BulkDetail; onMatch?: () => void }) {
  const may = useMay('operator');
  const changed = useBulkChanged();
  const stop = useMutation(api.bulk.stop.mutationOptions({ onSuccess: changed }));
  const again = useMutation(api.bulk.again.mutationOptions({ onSuccess: changed }));
  const { state, counts, startedAt } = bulk;
  return (
    <>
      {may && onMatch && state === 'ready' && <Button onClick={onMatch}>Change the columns</Button>}
      {may && startedAt === null && state !== 'reading' && <ThrowAway bulk={bulk} />}
      {!bulk.personalHidden && (startedAt !== null || counts.bad > 0) && (
        <a href={`/api/bulk/${bulk.id}/result`} download className={buttonClass()}>
          <Download aria-hidden="true" />
          {startedAt === null ? 'Reasons as a file' : 'Result file'}
        </a>
      )}
      {may && startedAt !== null && counts.failed > 0 && (
        <Button busy={again.isPending} onClick={() => again.mutate({ id: bulk.id })}>
          Try {rowWords(counts.failed)} again
        </Button>
      )}
      {may && (state === 'running' || state === 'reading') && (
        <Button busy={stop.isPending} onClick={() => stop.mutate({ id: bulk.id })}>
          Stop
        </Button>
      )}
    </>
  );
}
