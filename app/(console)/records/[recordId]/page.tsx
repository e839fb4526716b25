import type { Metadata } from 'next';
import { RecordPage } from '#components/records/record-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Record' };

export default async function Page({ params }: PageProps<'/records/[recordId]'>) {
  await requireRole('viewer');
  const { recordId } = await params;
  return <RecordPage id={recordId} />;
}
