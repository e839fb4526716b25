import type { Metadata } from 'next';
import { FlowPage } from '#components/flows/flow-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Flow' };

export default async function Page({ params }: PageProps<'/flows/[flowId]'>) {
  await requireRole('viewer');
  const { flowId } = await params;
  return <FlowPage id={flowId} />;
}
