import { choosePassword } from '#lib/auth/choose-password.ts';
import { choosePasswordSchema } from '#lib/auth/credentials.ts';
import { parseInput } from '#lib/auth/parse-input.ts';
import { requestSource } from '#lib/auth/request-source.ts';
import { assertNotOtherSite } from '#lib/auth/same-origin.ts';
import { parseJson, smallBody } from '#lib/auth/small-body.ts';
import { route } from '#lib/http/route.ts';

/** Sets a password by a one-time link. The page then signs in with it, by the same way as everybody. */
export const POST = route('public', async ({ request, services }) => {
  assertNotOtherSite(request);
  const input = parseInput(choosePasswordSchema, parseJson(await smallBody(request)));
  const { email } = await choosePassword(services, input, requestSource(request.headers));
  return Response.json({ email }, { headers: { 'cache-control': 'no-store' } });
});
