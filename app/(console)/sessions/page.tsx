import type { Metadata } from 'next';
import { SessionsPage } from '#components/sessions/sessions-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Sessions' };

export default async function Page() {
  await requireRole('admin');
  return <SessionsPage />;
}
