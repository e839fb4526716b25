'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import type { BulkItem } from '#lib/bulk/bulk.schema.ts';
import { api, errorWords } from '../api.ts';
import { finishWords } from './bulk-words.ts';
import { useBulkChanged } from './use-bulk.ts';

/** Ends a stopped bulk where it stands. Says before how many rows are not sent. */
export function FinishHere({ bulk }: { bulk: BulkItem }) {
  const changed = useBulkChanged();
  const [asking, setAsking] = useState(false);
  const finish = useMutation(
    api.bulk.finish.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => setAsking(false),
      // Refused, it became something else meanwhile: that is to be seen as well.
      onSettled: changed,
    }),
  );
  const ask = () => {
    finish.reset();
    setAsking(true);
  };
  return (
    <>
      <Button variant="quiet" onClick={ask}>
        Finish it here
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Finish “${bulk.name}” here?`}
        consequence={finishWords(bulk.counts)}
        action="Finish it here"
        danger={false}
        onConfirm={() => finish.mutate({ id: bulk.id })}
        busy={finish.isPending}
        error={finish.isError ? errorWords(finish.error).message : undefined}
      />
    </>
  );
}
