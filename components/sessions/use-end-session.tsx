'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { SessionItem } from '#lib/auth/sessions.contract.ts';
import { api, errorWords } from '../api.ts';

/** Asks once, then ends a session; `dialog` has to stand on the page. */
export function useEndSession(): { ask: (session: SessionItem) => void; dialog: ReactNode } {
  const [asked, setAsked] = useState<SessionItem | null>(null);
  const queries = useQueryClient();
  const toast = useToast();
  const end = useMutation(
    api.sessions.end.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => {
        toast({ title: 'Session ended', description: 'That browser is at the sign-in page within seconds.' });
        setAsked(null);
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.sessions.key() }),
    }),
  );
  const dialog = asked && (
    <ConfirmDialog
      open
      onOpenChange={() => {
        setAsked(null);
        end.reset();
      }}
      title={`End the session of ${asked.person.name}?`}
      consequence={`${asked.browser}${asked.address ? ` at ${asked.address}` : ''} is signed out at once. What is typed there and not saved is lost.`}
      action="End session"
      busy={end.isPending}
      onConfirm={() => end.mutate({ id: asked.id })}
      error={end.isError ? errorWords(end.error).message : undefined}
    />
  );
  return { ask: setAsked, dialog };
}
