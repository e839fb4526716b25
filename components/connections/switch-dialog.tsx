'use client';

import { useMutation } from '@tanstack/react-query';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { ConnectionDetail } from '#lib/connections/connections.contract.ts';
import { api, errorWords } from '../api.ts';
import { useAccountChanged } from './use-account-changed.ts';

/** Asks once, with the name, before an account is switched off or on. */
export function SwitchDialog({ account, onClose }: { account: ConnectionDetail; onClose: () => void }) {
  const { id, name, disabledAt } = account;
  const enabled = disabledAt !== null;
  const changed = useAccountChanged();
  const toast = useToast();
  const change = useMutation(
    api.connections.setEnabled.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: (connection) => {
        changed(connection);
        toast({ title: `“${name}” is ${enabled ? 'on' : 'off'}` });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Switch “${name}” ${enabled ? 'on' : 'off'}?`}
      consequence={
        enabled
          ? 'Its addresses take webhooks again, with the keys they had.'
          : 'Its addresses take nothing in any more: senders are answered 401, and what they send waits under Refused, from where it can be released. What came before goes on. You can switch it on again.'
      }
      action={enabled ? 'Switch on' : 'Switch off'}
      danger={!enabled}
      busy={change.isPending}
      onConfirm={() => change.mutate({ id, enabled })}
      error={change.isError ? errorWords(change.error).message : undefined}
    />
  );
}
