import { eventStream } from '#lib/events/event-stream.ts';
import { route } from '#lib/http/route.ts';

export const GET = route('viewer', ({ request, services }) => eventStream(request, services));
