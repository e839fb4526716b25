import type { Metadata } from 'next';
import { RefusalsPage } from '#components/refusals/refusals-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Refused' };

export default async function Page() {
  await requireRole('viewer');
  return <RefusalsPage />;
}
