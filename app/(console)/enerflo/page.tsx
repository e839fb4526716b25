import type { Metadata } from 'next';
import { DoPage } from '#components/actions/do-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Do in Enerflo' };

export default async function Page() {
  await requireRole('operator');
  return <DoPage />;
}
