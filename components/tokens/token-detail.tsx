'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { roleWords } from '#components/console/role-words.ts';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { ShortId } from '#components/ui/short-id.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { TokenItem } from '#lib/auth/tokens.contract.ts';
import { api, errorWords } from '../api.ts';
import { TokenStateMark } from './token-state-mark.tsx';

/** One API token: whether it works, what it may, what it did, and its end. */
export function TokenDetail({ token }: { token: TokenItem }) {
  const [asking, setAsking] = useState(false);
  return (
    <article className="flex flex-col gap-6 p-4">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-16 font-medium wrap-anywhere">{token.name}</h2>
          <TokenStateMark state={token.state} />
        </div>
        <p className="text-13 text-ink-2">{sentence(token)}</p>
        <div className="flex flex-wrap items-center gap-2">
          {token.endedAt === null && <Button onClick={() => setAsking(true)}>End token</Button>}
          <LinkButton variant="quiet" href={`/audit?actorId=${token.id}`}>
            What it did
          </LinkButton>
        </div>
      </header>
      <DefinitionList
        items={[
          { term: 'Role', value: roleWords[token.roleNow].label, note: roleNote(token) },
          { term: 'Made', value: <ExactTime iso={token.createdAt} /> },
          { term: 'Made by', value: token.createdBy?.name ?? 'the command line' },
          { term: 'Last used', value: token.lastUsedAt ? <ExactTime iso={token.lastUsedAt} /> : 'never' },
          { term: 'Ends by itself', value: token.expiresAt ? <ExactTime iso={token.expiresAt} /> : 'never' },
          ...(token.endedAt ? [{ term: 'Ended by hand', value: <ExactTime iso={token.endedAt} /> }] : []),
          { term: 'Id', value: <ShortId id={token.id} of="API token" /> },
        ]}
      />
      {asking && <EndDialog token={token} onClose={() => setAsking(false)} />}
    </article>
  );
}

function sentence({ state, createdBy }: TokenItem): string {
  if (state === 'active') return 'Whoever has this token may use the API with its role.';
  if (state === 'expired') return 'Its end has come: the API refuses it.';
  if (state === 'ended') return 'It was ended: the API refuses it for good.';
  return `The API refuses it while ${createdBy?.name ?? 'its maker'} is deactivated. It works again if its maker comes back; end it if it should not.`;
}

function roleNote({ role, roleNow }: TokenItem): string {
  const may = `A program with this token ${roleWords[roleNow].may}.`;
  if (role === roleNow) return may;
  return `${may} It was made as ${roleWords[role].label.toLowerCase()}, but a token never has more than its maker has now.`;
}

function EndDialog({ token, onClose }: { token: TokenItem; onClose: () => void }) {
  const queries = useQueryClient();
  const toast = useToast();
  const end = useMutation(
    api.tokens.end.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => {
        toast({ title: `“${token.name}” has ended` });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.tokens.key() }),
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`End the token “${token.name}”?`}
      consequence="Every program that uses it is refused from this moment on. This cannot be undone; a new token can be made."
      action="End token"
      busy={end.isPending}
      onConfirm={() => end.mutate({ id: token.id })}
      error={end.isError ? errorWords(end.error).message : undefined}
    />
  );
}
