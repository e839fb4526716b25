import type { Metadata } from 'next';
import { NewAccountPage } from '#components/connections/new-account-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'New account' };

export default async function Page() {
  await requireRole('admin');
  return <NewAccountPage />;
}
