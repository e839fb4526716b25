import type { Metadata } from 'next';
import { ReferencePage } from '#components/cancellations/reference-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Statuses and reasons of cancellation' };

export default async function Page() {
  await requireRole('viewer');
  return <ReferencePage />;
}
