'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import type { BulkDetail } from '#lib/bulk/bulk.schema.ts';
import type { AgainState } from '#lib/bulk/bulk-states.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { api } from '../api.ts';
import { rowWords } from './bulk-words.ts';
import { FinishHere } from './finish-here.tsx';
import { ThrowAway } from './throw-away.tsx';
import { useBulkChanged } from './use-bulk.ts';

/** What can be done with a bulk as a whole, besides starting it. */
export function BulkActions({ bulk, onMatch }: { bulk: BulkDetail; onMatch?: () => void }) {
  const may = useMay('operator');
  const changed = useBulkChanged();
  const stop = useMutation(api.bulk.stop.mutationOptions({ onSuccess: changed }));
  const again = useMutation(api.bulk.again.mutationOptions({ onSuccess: changed }));
  const { state, startedAt } = bulk;
  const counts = { ...bulk.counts, failed: bulk.counts.failed - bulk.inPart };
  const stands = state === 'ready' || state === 'stopped' || state === 'done';
  // What makes something anew would make it twice.
  const changes = operationNamed(bulk.operation)?.made === undefined;
  const tryAgain = (which: AgainState, verb: string) => (
    <Button
      busy={again.isPending && again.variables.state === which}
      onClick={() => again.mutate({ id: bulk.id, state: which })}
    >
      {/* What is stopped sends nothing before somebody goes on with it. */}
      {state === 'stopped' && which !== 'uncheckable'
        ? `Make ${rowWords(counts[which])} ready again`
        : `${verb} ${rowWords(counts[which])} again`}
    </Button>
  );
  return (
    <>
      {may && onMatch && (state === 'ready' || state === 'stopped') && (
        <Button onClick={onMatch}>Change the columns</Button>
      )}
      {may && startedAt === null && state !== 'reading' && <ThrowAway bulk={bulk} />}
      {may && startedAt !== null && state === 'stopped' && <FinishHere bulk={bulk} />}
      {!bulk.personalHidden && (startedAt !== null || counts.bad + counts.uncheckable > 0) && (
        <a href={`/api/bulk/${bulk.id}/result`} download className={buttonClass()}>
          <Download aria-hidden="true" />
          {startedAt === null ? 'Reasons as a file' : 'Result file'}
        </a>
      )}
      {may && stands && counts.uncheckable > 0 && tryAgain('uncheckable', 'Check')}
      {may && stands && changes && counts.differs > 0 && tryAgain('differs', 'Send')}
      {may && startedAt !== null && state !== 'reading' && counts.failed > 0 && tryAgain('failed', 'Try')}
      {may && (state === 'running' || state === 'reading') && (
        <Button busy={stop.isPending} onClick={() => stop.mutate({ id: bulk.id })}>
          Stop
        </Button>
      )}
    </>
  );
}
