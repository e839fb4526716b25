import { requirePersonal } from '#lib/auth/require-personal.ts';
import { eventBytes } from '#lib/events/get-event.ts';
import { rawBytes } from '#lib/http/raw-bytes.ts';
import { route } from '#lib/http/route.ts';

export const GET = route<{ id: string }>('viewer', async ({ params, services, actor }) => {
  await requirePersonal(services.db, actor);
  return rawBytes(`event-${params.id}`, (id) => eventBytes(services.db, id), params.id);
});
