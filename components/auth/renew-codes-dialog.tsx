'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { api } from '../api.ts';
import { OwnProofForm } from './own-proof-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Makes ten new recovery codes and shows them once. */
export function RenewCodesDialog({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const queries = useQueryClient();
  const renew = useMutation(
    api.account.renewRecoveryCodes.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => queries.invalidateQueries({ queryKey: api.account.key() }),
    }),
  );
  if (renew.data) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title="Your new recovery codes"
        size="small"
        shownOnce
        footer={
          <Button variant="primary" onClick={onClose}>
            I have kept them
          </Button>
        }
      >
        <RecoveryCodes codes={renew.data.recoveryCodes} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Make new recovery codes"
      description="You get ten new ones. Those you have stop working."
      size="small"
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={renew.isPending}>
            Make new codes
          </Button>
        </>
      }
    >
      <OwnProofForm id={formId} onSend={(input) => renew.mutateAsync(input)} />
    </Dialog>
  );
}
