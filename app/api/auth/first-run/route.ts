import { createFirstAdmin } from '#lib/auth/create-first-admin.ts';
import { firstAdminSchema } from '#lib/auth/credentials.ts';
import { parseInput } from '#lib/auth/parse-input.ts';
import { requestSource } from '#lib/auth/request-source.ts';
import { assertNotOtherSite } from '#lib/auth/same-origin.ts';
import { parseJson, smallBody } from '#lib/auth/small-body.ts';
import { route } from '#lib/http/route.ts';

/** Makes the first admin with the code printed at start. The page then signs in with the same password. */
export const POST = route('public', async ({ request, services }) => {
  assertNotOtherSite(request);
  const input = parseInput(firstAdminSchema, parseJson(await smallBody(request)));
  await createFirstAdmin(services, input, requestSource(request.headers));
  return Response.json({ status: 'created' }, { status: 201 });
});
