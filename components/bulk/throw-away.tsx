'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import type { BulkItem } from '#lib/bulk/bulk.schema.ts';
import { api, errorWords } from '../api.ts';
import { rowWords } from './bulk-words.ts';
import { forgetColumnsDraft } from './columns-draft.ts';
import { useBulkChanged } from './use-bulk.ts';

/** Forgets an uploaded file of which nothing was sent. */
export function ThrowAway({ bulk }: { bulk: BulkItem }) {
  const router = useRouter();
  const changed = useBulkChanged();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    api.bulk.remove.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => {
        forgetColumnsDraft(bulk.id);
        router.push('/bulk');
        return changed();
      },
    }),
  );
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        Throw away
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Throw “${bulk.name}” away?`}
        consequence={`Its ${rowWords(bulk.rows)} are forgotten here. Nothing of them was sent to Enerflo.`}
        action="Throw away"
        onConfirm={() => remove.mutate({ id: bulk.id })}
        busy={remove.isPending}
        error={remove.isError ? errorWords(remove.error).message : undefined}
      />
    </>
  );
}
