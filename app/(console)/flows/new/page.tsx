import type { Metadata } from 'next';
import { FlowForm } from '#components/flows/flow-form.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'New flow' };

export default async function Page() {
  await requireRole('editor');
  return <FlowForm flow={null} />;
}
