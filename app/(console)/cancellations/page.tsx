import type { Metadata } from 'next';
import { CancellationsPage } from '#components/cancellations/cancellations-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Cancellations' };

export default async function Page() {
  await requireRole('viewer');
  return <CancellationsPage />;
}
