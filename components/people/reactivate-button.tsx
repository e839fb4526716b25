'use client';

import { useMutation } from '@tanstack/react-query';
import { Button } from '#components/ui/button.tsx';
import type { PersonItem } from '#lib/auth/people.contract.ts';
import { api } from '../api.ts';
import { usePersonChange } from './use-person-change.ts';

/** Lets somebody in again, with the password they had. */
export function ReactivateButton({ person }: { person: PersonItem }) {
  const changed = usePersonChange();
  const reactivate = useMutation(
    api.people.reactivate.mutationOptions({ onSuccess: () => changed(`${person.name} can sign in again`) }),
  );
  return (
    <Button busy={reactivate.isPending} onClick={() => reactivate.mutate({ id: person.id })}>
      Reactivate
    </Button>
  );
}
