'use client';

import { useState } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Source } from '#lib/catalog/event-type.ts';
import type { CredentialKind } from '#lib/connections/connection-kinds.schema.ts';
import type { ConnectionAddress } from '#lib/connections/connections.contract.ts';
import { AllowListDialog } from './allow-list-dialog.tsx';
import { CopyLine } from './copy-line.tsx';
import { CredentialList } from './credential-list.tsx';
import { DemandDialog } from './demand-dialog.tsx';
import { FreshSecret } from './fresh-secret.tsx';
import { useFreshSecrets } from './fresh-secrets.ts';
import { RotateDialog } from './rotate-dialog.tsx';
import { useNoteCopied } from './use-note-copied.ts';

interface AddressCardProps {
  accountId: string;
  source: Source;
  address: ConnectionAddress;
}

type Asking = { what: 'rotate'; kind: CredentialKind } | { what: 'allow' } | { what: 'demand' } | null;

/** One incoming address: what to copy, who may send, which keys are valid. */
export function AddressCard({ accountId, source, address }: AddressCardProps) {
  const mayChange = useMay('admin');
  const [asking, setAsking] = useState<Asking>(null);
  const fresh = useFreshSecrets(address.id);
  const noteCopied = useNoteCopied(accountId);
  const close = () => setAsking(null);
  const freshKey = fresh.some(({ kind }) => kind === 'key');
  return (
    <div className="flex flex-col gap-3 rounded border px-3 py-3">
      {fresh.map((secret) => (
        <FreshSecret key={secret.kind + secret.value} secret={secret} onCopy={noteCopied} />
      ))}
      {!freshKey && (
        <div className="flex flex-col gap-1">
          {source === 'sunnova' ? (
            <>
              <CopyLine
                label="Address"
                text={address.url}
                onCopy={noteCopied}
                note="with the webhook behind it, as below"
              />
              {fresh.length === 0 && (
                <>
                  <CopyLine label="User name" text={address.username ?? ''} onCopy={noteCopied} />
                  <CopyLine label="Password" text="••••••••" hidden />
                </>
              )}
            </>
          ) : (
            <CopyLine label="Address" text={address.url} hidden />
          )}
          {fresh.length === 0 && (
            <p className="text-12 text-ink-3">
              {source === 'sunnova' ? 'The password' : 'The key in it'} is kept as a keyed hash only, so it
              cannot be shown again. Whoever set up the sender has it; or make a new one.
            </p>
          )}
        </div>
      )}
      <dl className="grid grid-cols-[minmax(6rem,9rem)_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5 text-13">
        <dt className="text-ink-3">Takes requests from</dt>
        <dd className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 wrap-anywhere">
            {address.allowList.length === 0 ? 'anywhere' : address.allowList.join(', ')}
          </span>
          {mayChange && (
            <Button
              size="small"
              variant="quiet"
              aria-label="Change who may send"
              onClick={() => setAsking({ what: 'allow' })}
            >
              Change
            </Button>
          )}
        </dd>
        {source !== 'sunnova' && (
          <>
            <dt className="text-ink-3">Asks besides for</dt>
            <dd className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="min-w-0 wrap-anywhere">{demandWords(address)}</span>
              {mayChange && (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label="Change what is asked for besides the key"
                  onClick={() => setAsking({ what: 'demand' })}
                >
                  Change
                </Button>
              )}
            </dd>
          </>
        )}
      </dl>
      <CredentialList
        address={address}
        onRotate={mayChange ? (kind) => setAsking({ what: 'rotate', kind }) : undefined}
      />
      {asking?.what === 'rotate' && (
        <RotateDialog address={address} source={source} kind={asking.kind} onClose={close} />
      )}
      {asking?.what === 'allow' && <AllowListDialog address={address} onClose={close} />}
      {asking?.what === 'demand' && <DemandDialog address={address} onClose={close} />}
    </div>
  );
}

function demandWords({ headerName, username }: ConnectionAddress): string {
  if (headerName !== null) return `the header ${headerName}`;
  return username !== null ? `Basic credentials of ${username}` : 'nothing: the key in the address is enough';
}
