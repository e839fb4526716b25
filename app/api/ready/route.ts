import { readiness } from '#lib/http/readiness.ts';
import { route } from '#lib/http/route.ts';

export const GET = route('public', async ({ services }) => {
  const state = await readiness(services.pool);
  return Response.json(state, { status: state.ready ? 200 : 503 });
});
