import type { Metadata } from 'next';
import { BulkPage } from '#components/bulk/bulk-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'For many at once' };

export default async function Page({ params }: PageProps<'/bulk/[bulkId]'>) {
  await requireRole('viewer');
  const { bulkId } = await params;
  return <BulkPage id={bulkId} />;
}
