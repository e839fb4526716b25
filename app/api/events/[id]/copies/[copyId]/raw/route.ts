import { requirePersonal } from '#lib/auth/require-personal.ts';
import { copyBytes } from '#lib/events/copy-differences.ts';
import { idIn } from '#lib/http/id-in.ts';
import { rawBytes } from '#lib/http/raw-bytes.ts';
import { route } from '#lib/http/route.ts';

export const GET = route<{ id: string; copyId: string }>('viewer', async ({ params, services, actor }) => {
  await requirePersonal(services.db, actor);
  const id = idIn(params.id);
  return rawBytes(`event-${id}-copy`, (copyId) => copyBytes(services.db, id, copyId), params.copyId);
});
