import type { Metadata } from 'next';
import { MySettingsPage } from '#components/account/my-settings-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'My settings' };

export default async function Page() {
  const { user, email } = await requireRole('viewer');
  return <MySettingsPage name={user.name} email={email} />;
}
