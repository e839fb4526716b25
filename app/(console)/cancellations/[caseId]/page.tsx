import type { Metadata } from 'next';
import { CasePage } from '#components/cancellations/case-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Cancellation case' };

export default async function Page({ params }: PageProps<'/cancellations/[caseId]'>) {
  await requireRole('viewer');
  const { caseId } = await params;
  return <CasePage id={caseId} />;
}
