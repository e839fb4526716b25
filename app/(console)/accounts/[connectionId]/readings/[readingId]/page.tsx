import type { Metadata } from 'next';
import { ReadingPage } from '#components/readings/reading-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Reading from Enerflo' };

export default async function Page({ params }: PageProps<'/accounts/[connectionId]/readings/[readingId]'>) {
  await requireRole('viewer');
  const { connectionId, readingId } = await params;
  return <ReadingPage connectionId={connectionId} id={readingId} />;
}
