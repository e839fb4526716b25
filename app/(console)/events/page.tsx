import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EventsPage } from '#components/events/events-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';
import { services } from '#lib/runtime/services.ts';
import { openingView } from '#lib/views/opening-view.ts';

export const metadata: Metadata = { title: 'Events' };

export default async function Page({ searchParams }: PageProps<'/events'>) {
  const { user } = await requireRole('viewer');
  if (Object.keys(await searchParams).length === 0) {
    const view = await openingView(services().db, 'events', user);
    if (view)
      redirect(`/events?${new URLSearchParams([['view', view.id], ...new URLSearchParams(view.query)])}`);
  }
  return <EventsPage />;
}
