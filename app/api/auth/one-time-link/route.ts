import { linkTokenSchema } from '#lib/auth/credentials.ts';
import { linkHolder } from '#lib/auth/link-holder.ts';
import { parseInput } from '#lib/auth/parse-input.ts';
import { requestSource } from '#lib/auth/request-source.ts';
import { assertNotOtherSite } from '#lib/auth/same-origin.ts';
import { parseJson, smallBody } from '#lib/auth/small-body.ts';
import { route } from '#lib/http/route.ts';

/** Whom a one-time link is for. The link comes in the body, where no log keeps it. */
export const POST = route('public', async ({ request, services }) => {
  assertNotOtherSite(request);
  const { token } = parseInput(linkTokenSchema, parseJson(await smallBody(request)));
  const { purpose, name, email } = await linkHolder(services, token, requestSource(request.headers));
  return Response.json({ purpose, name, email }, { headers: { 'cache-control': 'no-store' } });
});
