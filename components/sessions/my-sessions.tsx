'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryError } from '#components/console/query-error.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { SessionItem } from '#lib/auth/sessions.contract.ts';
import { api, errorWords } from '../api.ts';
import { useEndSession } from './use-end-session.tsx';

/** Where I am signed in; the others can be ended, one or all. */
export function MySessions() {
  const sessions = useQuery(api.sessions.mine.queryOptions());
  const [askingAll, setAskingAll] = useState(false);
  const { ask, dialog } = useEndSession();
  const items = sessions.data?.items ?? [];
  const others = items.filter((session) => !session.current).length;
  return (
    <Section
      title="My sessions"
      description="The browsers in which you are signed in. One that you do not know is ended here; then choose a new password."
      actions={others > 1 && <Button onClick={() => setAskingAll(true)}>End all others</Button>}
    >
      {sessions.isPending && <SkeletonText lines={3} label="Reading your sessions" />}
      {sessions.isError && <QueryError title="Your sessions could not be read" query={sessions} />}
      {items.length > 0 && (
        <ul aria-label="My sessions" className="divide-y rounded border">
          {items.map((session) => (
            <li key={session.id} className="flex min-h-12 items-center gap-3 py-1.5 pr-2 pl-3">
              <SessionFacts session={session} />
              {session.current ? (
                <Badge tone="info">This browser</Badge>
              ) : (
                <Button
                  size="small"
                  aria-label={`End the session of ${session.browser}`}
                  onClick={() => ask(session)}
                >
                  End
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {dialog}
      {askingAll && <EndOthersDialog count={others} onClose={() => setAskingAll(false)} />}
    </Section>
  );
}

function SessionFacts({ session }: { session: SessionItem }) {
  return (
    <div className="min-w-0 flex-1 text-13">
      <p className="truncate">
        {session.browser}
        {session.address && <span className="text-ink-2"> at {session.address}</span>}
      </p>
      <p className="text-12 text-ink-2">
        Signed in <RelativeTime iso={session.startedAt} focusable />, last used{' '}
        <RelativeTime iso={session.lastSeenAt} focusable />
      </p>
    </div>
  );
}

function EndOthersDialog({ count, onClose }: { count: number; onClose: () => void }) {
  const queries = useQueryClient();
  const toast = useToast();
  const end = useMutation(
    api.sessions.endOthers.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: ({ ended }) => {
        toast({ title: ended === 1 ? '1 session ended' : `${ended} sessions ended` });
        onClose();
        return queries.invalidateQueries({ queryKey: api.sessions.key() });
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`End your ${count} other sessions?`}
      consequence="Those browsers are signed out at once. What is typed there and not saved is lost. This browser stays signed in."
      action="End other sessions"
      busy={end.isPending}
      onConfirm={() => end.mutate(undefined)}
      error={end.isError ? errorWords(end.error).message : undefined}
    />
  );
}
