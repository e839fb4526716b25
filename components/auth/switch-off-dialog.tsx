'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { api } from '../api.ts';
import { OwnProofForm } from './own-proof-form.tsx';

/** Switches one's second factor off. */
export function SwitchOffDialog({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const queries = useQueryClient();
  const toast = useToast();
  const off = useMutation(
    api.account.switchOffSecondFactor.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => {
        toast({ title: 'Second factor switched off' });
        onClose();
        return queries.invalidateQueries({ queryKey: api.account.key() });
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Switch off your second factor?"
      description="From then on your password alone lets you in. Your recovery codes stop working."
      size="small"
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" type="submit" form={formId} busy={off.isPending}>
            Switch off
          </Button>
        </>
      }
    >
      <OwnProofForm id={formId} onSend={(input) => off.mutateAsync(input)} />
    </Dialog>
  );
}
