'use client';

import { useMutation } from '@tanstack/react-query';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import type { PersonItem } from '#lib/auth/people.contract.ts';
import { api, errorWords } from '../api.ts';
import { usePersonChange } from './use-person-change.ts';

/** Asks before the second factor of somebody who lost it is switched off. */
export function EndSecondFactorDialog({ person, onClose }: { person: PersonItem; onClose: () => void }) {
  const changed = usePersonChange(onClose);
  const end = useMutation(
    api.people.endSecondFactor.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => changed(`The second factor of ${person.name} is off`),
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Switch off the second factor of ${person.name}?`}
      consequence="From then on the password alone lets them in, and their recovery codes stop working. Make sure that it is really they who ask: call them, or see them."
      action="Switch off"
      busy={end.isPending}
      onConfirm={() => end.mutate({ id: person.id })}
      error={end.isError ? errorWords(end.error).message : undefined}
    />
  );
}
