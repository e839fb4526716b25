import type { Metadata } from 'next';
import { DeliveriesPage } from '#components/deliveries/deliveries-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Deliveries' };

export default async function Page() {
  await requireRole('viewer');
  return <DeliveriesPage />;
}
