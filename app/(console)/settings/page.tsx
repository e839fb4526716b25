import type { Metadata } from 'next';
import { SettingsPage } from '#components/settings/settings-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Settings' };

export default async function Page() {
  await requireRole('editor');
  return <SettingsPage />;
}
