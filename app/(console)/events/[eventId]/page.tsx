import type { Metadata } from 'next';
import { EventPage } from '#components/events/event-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Event' };

export default async function Page({ params }: PageProps<'/events/[eventId]'>) {
  await requireRole('viewer');
  const { eventId } = await params;
  return <EventPage id={eventId} />;
}
