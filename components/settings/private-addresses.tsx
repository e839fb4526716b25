'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useMay } from '#components/console/role-context.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Section } from '#components/ui/section.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { api, errorWords } from '../api.ts';
import { AllowAddressForm } from './allow-address-form.tsx';

const explanation =
  'Deliveries never reach into a private network (such as 10.0.0.5 or localhost), so that nobody can use a flow to look around in it. A destination of your own that lives there is allowed here by name.';

/** The private addresses that deliveries may reach: admins change them, editors see them. */
export function PrivateAddresses() {
  const mayChange = useMay('admin');
  const queries = useQueryClient();
  const toast = useToast();
  const allowed = useQuery(api.settings.outboundAllow.queryOptions());
  const save = useMutation(
    api.settings.saveOutboundAllow.mutationOptions({
      onSuccess: (saved) => queries.setQueryData(api.settings.outboundAllow.queryKey(), saved),
    }),
  );
  if (!allowed.data) {
    return (
      <Section title="Private addresses that deliveries may reach" description={explanation}>
        {allowed.isError ? (
          <ErrorState
            title="The list could not be read"
            requestId={errorWords(allowed.error).requestId}
            onRetry={() => void allowed.refetch()}
          >
            {errorWords(allowed.error).message}
          </ErrorState>
        ) : (
          <SkeletonText lines={3} label="Reading the list" />
        )}
      </Section>
    );
  }
  const { addresses, fromEnvironment } = allowed.data;

  async function remove(address: string) {
    const before = addresses;
    await save.mutateAsync({ addresses: before.filter((each) => each !== address) });
    toast({
      title: `${address} is not allowed any more`,
      action: { label: 'Undo', onClick: () => save.mutate({ addresses: before }) },
    });
  }

  return (
    <Section title="Private addresses that deliveries may reach" description={explanation}>
      {addresses.length + fromEnvironment.length === 0 ? (
        <p className="rounded border border-dashed px-3 py-3 text-13 text-ink-2">
          None is allowed: deliveries reach public addresses only.
        </p>
      ) : (
        <ul aria-label="Allowed private addresses" className="divide-y rounded border text-13">
          {addresses.map((address) => (
            <li key={address} className="flex min-h-9 items-center gap-2 pr-1 pl-3">
              <code className="min-w-0 flex-1 font-mono wrap-anywhere">{address}</code>
              {mayChange && (
                <IconButton
                  label={`Remove ${address}`}
                  icon={<Trash2 />}
                  size="small"
                  disabled={save.isPending}
                  onClick={() => remove(address).catch(() => undefined)}
                />
              )}
            </li>
          ))}
          {fromEnvironment.map((address) => (
            <li key={`fixed ${address}`} className="flex min-h-9 items-center gap-2 px-3">
              <code className="min-w-0 flex-1 font-mono wrap-anywhere">{address}</code>
              <Badge>set by the server</Badge>
            </li>
          ))}
        </ul>
      )}
      {fromEnvironment.length > 0 && (
        <p className="text-12 text-ink-3">
          Those set by the server stand in its setting OUTBOUND_ALLOW and cannot be changed here.
        </p>
      )}
      {mayChange ? (
        <AllowAddressForm
          taken={[...addresses, ...fromEnvironment]}
          busy={save.isPending}
          onAdd={async (address) => {
            await save.mutateAsync({ addresses: [...addresses, address] });
            toast({
              title: `${address} is allowed`,
              description: 'Deliveries go by it within a second.',
              tone: 'good',
            });
          }}
        />
      ) : (
        <p className="text-12 text-ink-3">Only an admin can change this list.</p>
      )}
    </Section>
  );
}
