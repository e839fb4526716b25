'use client';

import { useEventTypes } from '#components/flows/use-event-types.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';

/** One address for each webhook of Sunnova, to copy into its portal. */
export function SunnovaAddresses({ publicUrl }: { publicUrl: string }) {
  const types = useEventTypes();
  const webhooks = (types.data?.items ?? [])
    .filter((type) => type.source === 'sunnova')
    .map(({ name, label }) => ({
      label,
      address: `${publicUrl}/api/webhooks/sunnova/${name.slice('sunnova.'.length)}`,
    }));
  return (
    <div className="flex flex-col gap-2 text-13">
      <p className="text-12 text-ink-3">
        Each webhook has an address of its own; all of them use Basic sign-in with the user name and password
        of this account (the server's settings SUNNOVA_WEBHOOK_USER and SUNNOVA_WEBHOOK_PASSWORD).
      </p>
      {types.isPending && <SkeletonText lines={8} label="Reading the addresses" />}
      <dl className="grid grid-cols-[minmax(7rem,11rem)_minmax(0,1fr)] gap-x-4 gap-y-1 max-sm:grid-cols-1">
        {webhooks.map(({ label, address }) => (
          <div key={address} className="contents">
            <dt className="text-ink-2 max-sm:pt-1">{label}</dt>
            <dd className="flex items-center gap-1">
              <code className="min-w-0 flex-1 font-mono text-12 wrap-anywhere">{address}</code>
              <CopyButton text={address} label={`Copy the address for ${label}`} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
