'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import type { PersonItem } from '#lib/auth/people.contract.ts';
import { api, errorWords } from '../api.ts';
import { resetTokenWords } from './deactivation-words.ts';
import { OneTimeLink } from './one-time-link.tsx';

/** Makes a new link for somebody: the invitation anew, or a reset of the password. */
export function LinkDialog({ person, onClose }: { person: PersonItem; onClose: () => void }) {
  const queries = useQueryClient();
  const make = useMutation(
    api.people.link.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => queries.invalidateQueries({ queryKey: api.people.key() }),
    }),
  );
  if (make.data) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={`The link for ${person.name}`}
        shownOnce
        footer={
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        }
      >
        <OneTimeLink name={person.name} link={make.data} />
      </Dialog>
    );
  }
  const invited = person.state === 'invited';
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={invited ? `Make a new link for ${person.name}?` : `Reset the password of ${person.name}?`}
      consequence={
        invited
          ? 'The link before it stops working. The new one counts for 7 days.'
          : `You get a link to hand over, which counts for 24 hours. Until it is used their password stays as it is; then they are signed out everywhere. If somebody else may have the password, deactivate the account first. ${resetTokenWords(person.tokens)}`
      }
      action="Make link"
      danger={false}
      busy={make.isPending}
      onConfirm={() => make.mutate({ id: person.id })}
      error={make.isError ? errorWords(make.error).message : undefined}
    />
  );
}
