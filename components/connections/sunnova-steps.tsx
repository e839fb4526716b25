'use client';

import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { copyWord, useCopy } from '#components/ui/use-copy.ts';
import type { ConnectionDetail } from '#lib/connections/connections.contract.ts';
import { StepList } from './step-list.tsx';
import { sunnovaRequest, sunnovaWebhooks } from './sunnova-request.ts';
import { useNoteCopied } from './use-note-copied.ts';

/** Sunnova sets its webhooks itself: the ready message to the Dealer Sales Manager, and each address by itself. */
export function SunnovaSteps({ account }: { account: ConnectionDetail }) {
  const [state, copy] = useCopy();
  const noteCopied = useNoteCopied(account.id);
  const [address] = account.addresses;
  if (!address?.username) return <p className="text-13 text-ink-2">Make an address first.</p>;
  const { url: base, username } = address;
  const text = sunnovaRequest({ base, environment: account.environment, username });
  return (
    <div className="flex flex-col gap-4">
      <StepList
        title="Sunnova sets webhooks up itself, on request"
        steps={[
          'Copy this message and send it to your DSM (Dealer Sales Manager) at Sunnova.',
          'Send the password separately: by phone, or by a link that shows it once.',
          'Once they answer, watch “What it has sent”: a first event of each webhook shows that it stands.',
        ]}
      />
      <figure className="min-w-0 overflow-hidden rounded border bg-surface-sunken">
        <figcaption className="flex flex-wrap items-center justify-between gap-2 border-b py-1 pr-1 pl-3 text-12 text-ink-2">
          Message to the DSM
          <Button
            size="small"
            onClick={() => {
              noteCopied();
              void copy(text);
            }}
          >
            {copyWord[state] || 'Copy message'}
          </Button>
          <span role="status" className="sr-only">
            {copyWord[state]}
          </span>
        </figcaption>
        {/* biome-ignore lint/a11y/useSemanticElements: a scrolling place must take the focus and have a name */}
        <pre
          role="region"
          aria-label="Message to the DSM"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
          tabIndex={0}
          className="max-h-80 overflow-auto px-3 py-2 font-mono text-12 whitespace-pre-wrap outline-offset-[-2px] wrap-anywhere"
        >
          {text}
        </pre>
      </figure>
      <div className="flex flex-col gap-1.5">
        <h3 className="text-13 font-medium">The eight addresses by themselves</h3>
        <dl className="grid grid-cols-[minmax(7rem,13rem)_minmax(0,1fr)] gap-x-4 gap-y-1 text-13 max-sm:grid-cols-1">
          {sunnovaWebhooks(base).map(({ name, url }) => (
            <div key={url} className="contents">
              <dt className="text-ink-2 max-sm:pt-1">{name.replace(/ \(.*/, '')}</dt>
              <dd className="flex items-center gap-1">
                <code className="min-w-0 font-mono text-12 wrap-anywhere">{url}</code>
                <CopyButton
                  label={`Copy the address for ${name}`}
                  text={() => {
                    noteCopied();
                    return url;
                  }}
                />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
