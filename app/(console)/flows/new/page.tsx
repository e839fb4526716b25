import type { Metadata } from 'next';
import { FlowForm } from '#components/flows/flow-form.tsx';

export const metadata: Metadata = { title: 'New flow' };

export default function Page() {
  return <FlowForm flow={null} />;
}
