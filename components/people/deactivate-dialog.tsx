'use client';

import { useMutation } from '@tanstack/react-query';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import type { PersonItem } from '#lib/auth/people.contract.ts';
import { api, errorWords } from '../api.ts';
import { deactivationWords } from './deactivation-words.ts';
import { usePersonChange } from './use-person-change.ts';

/** Asks before somebody is shut out. */
export function DeactivateDialog({ person, onClose }: { person: PersonItem; onClose: () => void }) {
  const changed = usePersonChange(onClose);
  const deactivate = useMutation(
    api.people.deactivate.mutationOptions({
      meta: { showsItsErrors: true },
      // One's own page is gone with one's session.
      onSuccess: () =>
        person.you ? window.location.assign('/sign-in') : changed(`${person.name} is deactivated`),
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={person.you ? 'Deactivate yourself?' : `Deactivate ${person.name}?`}
      consequence={deactivationWords(person)}
      action="Deactivate"
      busy={deactivate.isPending}
      onConfirm={() => deactivate.mutate({ id: person.id })}
      error={deactivate.isError ? errorWords(deactivate.error).message : undefined}
    />
  );
}
