import type { Metadata } from 'next';
import { AccountPage } from '#components/connections/account-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Account' };

export default async function Page({ params }: PageProps<'/accounts/[connectionId]'>) {
  await requireRole('viewer');
  const { connectionId } = await params;
  return <AccountPage id={connectionId} />;
}
