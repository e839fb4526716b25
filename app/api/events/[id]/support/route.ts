import { supportCopy } from '#lib/events/support-copy.ts';
import { acting } from '#lib/http/acting.ts';
import { idIn } from '#lib/http/id-in.ts';
import { route } from '#lib/http/route.ts';

export const GET = route<{ id: string }>('operator', async (context) => {
  const { name, text } = await supportCopy(acting(context), idIn(context.params.id));
  return new Response(text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
});
