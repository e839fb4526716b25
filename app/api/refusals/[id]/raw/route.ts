import { requirePersonal } from '#lib/auth/require-personal.ts';
import { rawBytes } from '#lib/http/raw-bytes.ts';
import { route } from '#lib/http/route.ts';
import { refusalBytes } from '#lib/ingest/list-refusals.ts';

export const GET = route<{ id: string }>('viewer', async ({ params, services, actor }) => {
  await requirePersonal(services.db, actor);
  return rawBytes(`refused-${params.id}`, (id) => refusalBytes(services.db, id), params.id);
});
