'use client';

import { useMutation } from '@tanstack/react-query';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import type { ConnectionDetail } from '#lib/connections/connections.contract.ts';
import { api } from '../api.ts';
import { AddressCard } from './address-card.tsx';
import { useAccountChanged } from './use-account-changed.ts';

/** The incoming addresses of an account, or the way to its first. */
export function AccountAddresses({ account }: { account: ConnectionDetail }) {
  const mayChange = useMay('admin');
  const changed = useAccountChanged();
  const add = useMutation(
    api.connections.addAddress.mutationOptions({
      onSuccess: ({ connection, secret }) => changed(connection, secret),
    }),
  );
  const { id, source, addresses } = account;
  return (
    <Section title={addresses.length > 1 ? 'Incoming addresses' : 'Incoming address'}>
      {addresses.length === 0 && (
        <div className="flex flex-col items-start gap-2 rounded border border-dashed px-3 py-3 text-13 text-ink-2">
          {mayChange
            ? 'The sender needs an address with a secret in it. Make one: it is shown once, to copy.'
            : 'An admin can make an address for the sender.'}
          {mayChange && (
            <Button variant="primary" busy={add.isPending} onClick={() => add.mutate({ id })}>
              Make an address
            </Button>
          )}
        </div>
      )}
      {addresses.map((address) => (
        <AddressCard key={address.id} accountId={id} source={source} address={address} />
      ))}
    </Section>
  );
}
