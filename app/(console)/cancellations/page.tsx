import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CancellationsPage } from '#components/cancellations/cancellations-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';
import { services } from '#lib/runtime/services.ts';
import { openingView } from '#lib/views/opening-view.ts';

export const metadata: Metadata = { title: 'Cancellations' };

export default async function Page({ searchParams }: PageProps<'/cancellations'>) {
  const { user } = await requireRole('viewer');
  if (Object.keys(await searchParams).length === 0) {
    const view = await openingView(services().db, 'cancellations', user);
    if (view)
      redirect(
        `/cancellations?${new URLSearchParams([['view', view.id], ...new URLSearchParams(view.query)])}`,
      );
  }
  return <CancellationsPage />;
}
