import type { Metadata } from 'next';
import { ActionsPage } from '#components/actions/actions-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Actions' };

export default async function Page() {
  await requireRole('viewer');
  return <ActionsPage />;
}
