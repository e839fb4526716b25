import { requirePersonal } from '#lib/auth/require-personal.ts';
import { resultFile } from '#lib/bulk/result-file.ts';
import { acting } from '#lib/http/acting.ts';
import { idIn } from '#lib/http/id-in.ts';
import { route } from '#lib/http/route.ts';

export const GET = route<{ id: string }>('viewer', async (context) => {
  await requirePersonal(context.services.db, context.actor);
  return resultFile(acting(context), idIn(context.params.id));
});
