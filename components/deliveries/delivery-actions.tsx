'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { DeliveryDetail } from '#lib/delivery/delivery.schema.ts';
import { api } from '../api.ts';

/** Send again and skip, for those who may; asked once where something may arrive twice or others are let go. */
export function DeliveryActions({ delivery }: { delivery: DeliveryDetail }) {
  const mayAct = useMay('operator');
  const toast = useToast();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'send' | 'skip' | null>(null);
  const { id, state, canSendAgain, canSkip, waitingBehind, destinationName } = delivery;

  const settle = (title: string) => ({
    onSuccess: (changed: DeliveryDetail) => {
      queries.setQueryData(api.deliveries.get.queryKey({ input: { id } }), changed);
      toast({ title });
      return queries.invalidateQueries({ queryKey: api.deliveries.key() });
    },
    onSettled: () => setAsking(null),
  });
  const sendAgain = useMutation(api.deliveries.sendAgain.mutationOptions(settle('It is sent again')));
  const skip = useMutation(api.deliveries.skip.mutationOptions(settle('Skipped')));

  if (!canSendAgain && !canSkip) return null;
  if (!mayAct) {
    return (
      <p className="text-12 text-ink-3">
        Your role lets you look at this. An operator, editor or admin can send it again
        {canSkip && ' or skip it'}.
      </p>
    );
  }
  const mayArriveTwice = state === 'unknown' || state === 'delivered';
  return (
    <div className="flex flex-wrap gap-2">
      {canSendAgain && (
        <Button
          variant={state === 'failed' ? 'primary' : 'secondary'}
          busy={sendAgain.isPending}
          onClick={() => (mayArriveTwice ? setAsking('send') : sendAgain.mutate({ id }))}
        >
          Send again
        </Button>
      )}
      {canSkip && (
        <Button
          busy={skip.isPending}
          onClick={() => (waitingBehind > 0 ? setAsking('skip') : skip.mutate({ id }))}
        >
          Skip
        </Button>
      )}
      <ConfirmDialog
        open={asking === 'send'}
        onOpenChange={() => setAsking(null)}
        title={`Send it to ${destinationName} again?`}
        consequence={
          state === 'unknown'
            ? `It may have arrived already. Look in ${destinationName} first: unless it recognises repeats, it would have it twice.`
            : `${destinationName} confirmed it already. Unless it recognises repeats, it would have it twice.`
        }
        action="Send again"
        danger={false}
        busy={sendAgain.isPending}
        onConfirm={() => sendAgain.mutate({ id })}
      />
      <ConfirmDialog
        open={asking === 'skip'}
        onOpenChange={() => setAsking(null)}
        title="Skip this delivery?"
        consequence={`${waitingBehind === 1 ? 'The later one' : `The ${waitingBehind} later ones`} of the same record will be sent without it. You can send this one again afterwards, but then it comes last.`}
        action="Skip delivery"
        danger={false}
        busy={skip.isPending}
        onConfirm={() => skip.mutate({ id })}
      />
    </div>
  );
}
