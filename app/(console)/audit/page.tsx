import type { Metadata } from 'next';
import { AuditPage } from '#components/audit/audit-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Audit log' };

export default async function Page() {
  await requireRole('admin');
  return <AuditPage />;
}
