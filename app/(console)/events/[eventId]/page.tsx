import type { Metadata } from 'next';
import { EventPage } from '#components/events/event-page.tsx';

export const metadata: Metadata = { title: 'Event' };

export default async function Page({ params }: PageProps<'/events/[eventId]'>) {
  const { eventId } = await params;
  return <EventPage id={eventId} />;
}
