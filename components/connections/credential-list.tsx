'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { CredentialKind } from '#lib/connections/connection-kinds.schema.ts';
import type { ConnectionAddress } from '#lib/connections/connections.contract.ts';
import { api, errorWords } from '../api.ts';
import { credentialWords } from './credential-words.ts';
import { useAccountChanged } from './use-account-changed.ts';

interface CredentialListProps {
  address: ConnectionAddress;
  /** Absent for those who may not. */
  onRotate?: (kind: CredentialKind) => void;
}

type Credential = ConnectionAddress['credentials'][number];

/** The keys and passwords that are valid now, with the way to a new one and to the end of an old one. */
export function CredentialList({ address, onRotate }: CredentialListProps) {
  const [ending, setEnding] = useState<Credential | null>(null);
  const { credentials } = address;
  const kinds = [...new Set(credentials.map(({ kind }) => kind))];
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label="Valid keys and passwords" className="divide-y rounded border text-13">
        {credentials.map((credential) => (
          <li key={credential.id} className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1">
            <span className="min-w-0 flex-1 basis-52">
              {credentialWords[credential.kind].Name} made{' '}
              <RelativeTime iso={credential.createdAt} focusable />
              {credential.validUntil !== null && (
                <>
                  , ends <ExactTime iso={credential.validUntil} />
                </>
              )}
            </span>
            {onRotate && (
              <Button size="small" onClick={() => setEnding(credential)}>
                End now
              </Button>
            )}
          </li>
        ))}
        {credentials.length === 0 && (
          <li className="px-3 py-2 text-attention">
            No key is valid any more, so nothing can come. {onRotate && 'Make a new one.'}
          </li>
        )}
      </ul>
      {onRotate && (
        <div className="flex flex-wrap gap-2">
          {(kinds.length > 0 ? kinds : usualKinds(address)).map((kind) => (
            <Button key={kind} onClick={() => onRotate(kind)}>
              {credentialWords[kind].rotate}
            </Button>
          ))}
        </div>
      )}
      {ending && (
        <EndDialog
          credential={ending}
          last={credentials.filter(({ kind }) => kind === ending.kind).length === 1}
          onClose={() => setEnding(null)}
        />
      )}
    </div>
  );
}

/** What an address asks for, where nothing of it is valid any more. */
function usualKinds({ url, username }: ConnectionAddress): CredentialKind[] {
  return username !== null && url.endsWith('/sunnova') ? ['password'] : ['key'];
}

interface EndDialogProps {
  credential: Credential;
  /** Nothing of its kind is left then. */
  last: boolean;
  onClose: () => void;
}

function EndDialog({ credential, last, onClose }: EndDialogProps) {
  const changed = useAccountChanged();
  const { name } = credentialWords[credential.kind];
  const end = useMutation(
    api.connections.endCredential.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: (connection) => {
        changed(connection);
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`End this ${name} now?`}
      consequence={
        last
          ? `It is the only valid ${name}: nothing can come at this address until a new one is made and the sender has it. This cannot be undone.`
          : `A sender that still uses it is answered 401 from now on, and what it sends waits under Refused. This cannot be undone.`
      }
      action={`End ${name}`}
      busy={end.isPending}
      onConfirm={() => end.mutate({ id: credential.id })}
      error={end.isError ? errorWords(end.error).message : undefined}
    />
  );
}
