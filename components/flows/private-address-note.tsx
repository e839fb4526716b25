'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { useMay } from '#components/console/role-context.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { api } from '../api.ts';
import type { FlowValues } from './flow-values.ts';
import { lookAtAddress } from './private-address.ts';

/** Says of a private address that deliveries will not reach it, and who can allow it. */
export function PrivateAddressNote() {
  const { control } = useFormContext<FlowValues>();
  const url = useWatch({ control, name: 'destination.url' });
  const maySee = useMay('editor');
  const mayAllow = useMay('admin');
  const allowed = useQuery(api.settings.outboundAllow.queryOptions({ enabled: maySee, staleTime: 5_000 }));
  if (!allowed.data) return null;
  const { addresses, fromEnvironment } = allowed.data;
  if (lookAtAddress(url.trim(), [...addresses, ...fromEnvironment]) !== 'private') return null;
  return (
    <p role="status" className="rounded bg-attention-soft px-3 py-2 text-13">
      This address lies in a private network, which deliveries do not reach unless an admin allows it.{' '}
      {mayAllow ? (
        <TextLink href="/settings">Allow it in Settings</TextLink>
      ) : (
        'Tell an admin the address and its port: it is allowed in Settings, under “Private addresses”.'
      )}
    </p>
  );
}
