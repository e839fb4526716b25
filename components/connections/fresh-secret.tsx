import { KeyRound } from 'lucide-react';
import type { MadeSecret } from '#lib/connections/connections.contract.ts';
import { CopyLine } from './copy-line.tsx';

const titles: Record<MadeSecret['kind'], string> = {
  key: 'Copy this address now: it is shown only this once',
  password: 'Copy this password now: it is shown only this once',
  header: 'Copy this value now: it is shown only this once',
};

/** A secret that was just made, to copy. It is gone once the page is left. */
export function FreshSecret({ secret, onCopy }: { secret: MadeSecret; onCopy: () => void }) {
  return (
    <section
      aria-label="New secret"
      className="flex flex-col gap-1 rounded border border-info bg-info-soft px-3 py-2"
    >
      <p className="flex items-center gap-2 text-13 font-medium">
        <KeyRound aria-hidden="true" className="size-4 shrink-0 text-info" />
        {titles[secret.kind]}
      </p>
      {secret.kind === 'key' && <CopyLine label="Address" text={secret.url} onCopy={onCopy} />}
      {secret.kind === 'password' && (
        <>
          <CopyLine label="User name" text={secret.username ?? ''} onCopy={onCopy} />
          <CopyLine label="Password" text={secret.value} onCopy={onCopy} />
        </>
      )}
      {secret.kind === 'header' && (
        <>
          <CopyLine label="Header" text={secret.headerName ?? ''} onCopy={onCopy} />
          <CopyLine label="Value" text={secret.value} onCopy={onCopy} />
        </>
      )}
      <p className="text-12 text-ink-2">
        {secret.kind === 'key'
          ? 'The key is part of it: treat the whole address like a password.'
          : 'Send it to whoever sets up the sender by a way of its own, not in the same message as the rest.'}
      </p>
    </section>
  );
}
