import type { Metadata } from 'next';
import { TokensPage } from '#components/tokens/tokens-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'API tokens' };

export default async function Page() {
  await requireRole('admin');
  return <TokensPage />;
}
