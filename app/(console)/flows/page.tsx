import type { Metadata } from 'next';
import { FlowsPage } from '#components/flows/flows-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Flows' };

export default async function Page() {
  await requireRole('viewer');
  return <FlowsPage />;
}
