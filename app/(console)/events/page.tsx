import type { Metadata } from 'next';
import { EventsPage } from '#components/events/events-page.tsx';
import { requireRole } from '#lib/auth/require-user.ts';

export const metadata: Metadata = { title: 'Events' };

export default async function Page() {
  await requireRole('viewer');
  return <EventsPage />;
}
