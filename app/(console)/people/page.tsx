import type { Metadata } from 'next';
import { PeoplePage } from '#components/people/people-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'People' };

export default async function Page() {
  await requireRole('admin');
  return <PeoplePage />;
}
