import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { type AuthExchange, nextAuthOptions } from '#lib/auth/next-auth-options.ts';
import { requestSource } from '#lib/auth/request-source.ts';
import { assertNotOtherSite } from '#lib/auth/same-origin.ts';
import { parseJson, smallBody } from '#lib/auth/small-body.ts';
import { AppError } from '#lib/errors.ts';
import { type RouteContext, route } from '#lib/http/route.ts';

type Context = RouteContext<{ nextauth: string[] }>;

/** What we use of next-auth; its own pages and its log address are not reachable. */
const offered = {
  GET: new Set(['csrf', 'session', 'providers', 'signin', 'error']),
  POST: new Set(['callback/credentials', 'signout']),
};

// Next.js hands over a proxy of its request, which cannot be copied whole.
export const GET = route<Context['params']>('public', (context) =>
  ask('GET', new NextRequest(context.request.url, { headers: context.request.headers }), context),
);

export const POST = route<Context['params']>('public', async (context) => {
  const { request } = context;
  assertNotOtherSite(request);
  const body = await smallBody(request);
  // next-auth would fail on unreadable JSON.
  if (request.headers.get('content-type')?.includes('application/json')) parseJson(body);
  const bounded = new NextRequest(request.url, { method: 'POST', headers: request.headers, body });
  const response = await ask('POST', bounded, context);
  if (await lacksCsrfToken(response)) {
    throw new AppError('FORBIDDEN', 'This page was open for too long. Reload it and try again.');
  }
  return response;
});

async function ask(
  method: keyof typeof offered,
  request: NextRequest,
  { params, services }: Context,
): Promise<Response> {
  if (!offered[method].has(params.nextauth.join('/'))) {
    throw new AppError('NOT_FOUND', 'There is nothing at this address.');
  }
  const exchange: AuthExchange = {};
  const options = nextAuthOptions(services, requestSource(request.headers), exchange);
  const response: Response = await NextAuth(request, { params }, options);
  if (exchange.failure) throw exchange.failure;
  return response;
}

/** next-auth answers a missing or old CSRF token with a way back to a page, as if all were well. */
async function lacksCsrfToken(response: Response): Promise<boolean> {
  const target = response.headers.get('location') ?? (await response.clone().text());
  return target.includes('csrf=true');
}
