import type { Metadata } from 'next';
import { AccountsPage } from '#components/connections/accounts-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Accounts' };

export default async function Page() {
  await requireRole('viewer');
  return <AccountsPage />;
}
