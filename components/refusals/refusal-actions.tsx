'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { RefusalDetail } from '#lib/ingest/refusals.contract.ts';
import { api, errorWords } from '../api.ts';
import { ReleaseDialog } from './release-dialog.tsx';

/** What can be done with a refused request: release, drop, look at the raw data. Says why something can't be. */
export function RefusalActions({ refusal }: { refusal: RefusalDetail }) {
  const mayDecide = useMay('operator');
  const [asking, setAsking] = useState<'release' | 'drop' | null>(null);
  const open = refusal.state === 'open';
  // What was cut or empty can never be read, whatever is mended.
  const releasable = !refusal.truncated && refusal.byteSize > 0;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        {open && mayDecide && (
          <>
            {releasable && (
              <Button variant="primary" onClick={() => setAsking('release')}>
                Release
              </Button>
            )}
            <Button onClick={() => setAsking('drop')}>Drop</Button>
          </>
        )}
        {!refusal.personalHidden && (
          <LinkButton variant="quiet" href={`/api/refusals/${refusal.id}/raw`} prefetch={false} download>
            <Download aria-hidden="true" />
            Raw data
          </LinkButton>
        )}
      </div>
      {open && !mayDecide && (
        <p className="text-12 text-ink-3">
          Your role lets you look at this. An operator, editor or admin can release or drop it.
        </p>
      )}
      {asking === 'release' && <ReleaseDialog refusal={refusal} onClose={() => setAsking(null)} />}
      {asking === 'drop' && <DropDialog id={refusal.id} onClose={() => setAsking(null)} />}
    </div>
  );
}

function DropDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const queries = useQueryClient();
  const toast = useToast();
  const drop = useMutation(
    api.refusals.drop.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => {
        toast({ title: 'Dropped' });
        onClose();
        return queries.invalidateQueries({ queryKey: api.refusals.key() });
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title="Drop this request?"
      consequence="It is put aside and never becomes an event. Its raw data stays for a look, but this cannot be undone."
      action="Drop request"
      busy={drop.isPending}
      onConfirm={() => drop.mutate({ id })}
      error={drop.isError ? errorWords(drop.error).message : undefined}
    />
  );
}
