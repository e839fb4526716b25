import type { Actor } from '#lib/audit/audit.ts';
import { actorFromRequest } from '#lib/auth/current-actor.ts';
import { allows, type Role } from '#lib/auth/roles.ts';
import { assertSameOrigin } from '#lib/auth/same-origin.ts';
import { isDatabaseAway } from '#lib/db/database-away.ts';
import { AppError } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { type Services, services } from '#lib/runtime/services.ts';
import { problemOf } from './api/problem.ts';
import { refusedValue } from './refused-value.ts';
import { requestIdOf } from './request-id.ts';

export type RouteContext<Params> = {
  request: Request;
  requestId: string;
  params: Params;
  services: Services;
  /** Who asks; null only on a public route. */
  actor: Actor | null;
};

/**
 * A route handler outside the contract (bytes, streams, health): the role it needs, and errors as problem JSON with
 * the request's id, as everywhere. `public` needs no sign-in.
 */
export function route<Params = Record<string, never>>(
  role: Role | 'public',
  answer: (context: RouteContext<Params>) => Promise<Response> | Response,
) {
  return async (request: Request, given: { params: Promise<Params> }): Promise<Response> => {
    const requestId = requestIdOf(request.headers.get('x-request-id') ?? undefined);
    try {
      const own = services();
      const actor = role === 'public' ? null : await actorFromRequest(own.db, request);
      if (role !== 'public') {
        if (!actor) throw new AppError('UNAUTHENTICATED', 'Sign in, or send an API token.');
        if (!allows(actor.role, role))
          throw new AppError('FORBIDDEN', `This needs the role ${role}; yours is ${actor.role}.`);
        assertSameOrigin(request);
      }
      return await answer({ request, requestId, params: await given.params, services: own, actor });
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

function problemResponse(error: unknown, requestId: string): Response {
  const known =
    error instanceof AppError
      ? error
      : isDatabaseAway(error)
        ? new AppError('UNAVAILABLE', 'The database cannot be reached. Try again in a moment.')
        : (refusedValue(error) ??
          new AppError('INTERNAL', 'Something failed on our side; it was written to the log.'));
  if (known.code === 'INTERNAL') log().error({ err: error, requestId }, 'a request failed');
  return new Response(JSON.stringify({ ...problemOf(known), requestId }), {
    status: known.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(known.retryAfter === undefined ? {} : { 'retry-after': String(known.retryAfter) }),
    },
  });
}
