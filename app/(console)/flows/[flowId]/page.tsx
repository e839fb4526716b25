import type { Metadata } from 'next';
import { FlowPage } from '#components/flows/flow-page.tsx';

export const metadata: Metadata = { title: 'Flow' };

export default async function Page({ params }: PageProps<'/flows/[flowId]'>) {
  const { flowId } = await params;
  return <FlowPage id={flowId} />;
}
