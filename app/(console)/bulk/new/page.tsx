import type { Metadata } from 'next';
import { NewBulkPage } from '#components/bulk/new-bulk-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Do something for many at once' };

export default async function Page() {
  await requireRole('operator');
  return <NewBulkPage />;
}
