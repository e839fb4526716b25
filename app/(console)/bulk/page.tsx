import type { Metadata } from 'next';
import { BulksPage } from '#components/bulk/bulks-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'For many at once' };

export default async function Page() {
  await requireRole('viewer');
  return <BulksPage />;
}
