import type { Metadata } from 'next';
import { ComparePage } from '#components/events/compare-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Compare events' };

export default async function Page() {
  await requireRole('viewer');
  return <ComparePage />;
}
