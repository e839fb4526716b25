import type { Metadata } from 'next';
import { ActionPage } from '#components/actions/action-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Action' };

export default async function Page({ params }: PageProps<'/actions/[actionId]'>) {
  await requireRole('viewer');
  const { actionId } = await params;
  return <ActionPage id={actionId} />;
}
