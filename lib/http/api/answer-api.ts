import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ORPCError, onError } from '@orpc/server';
import { actorFromRequest } from '#lib/auth/current-actor.ts';
import { isDatabaseAway } from '#lib/db/database-away.ts';
import { AppError } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { services } from '#lib/runtime/services.ts';
import { requestIdOf } from '../request-id.ts';
import { problemOf } from './problem.ts';
import type { ApiContext } from './procedure.ts';
import { router } from './router.ts';

const handler = new OpenAPIHandler<ApiContext>(router, {
  customErrorResponseBodyEncoder: (error) => problemOf(error),
  clientInterceptors: [
    onError((error) => {
      if (!(error instanceof ORPCError) || error.status >= 500)
        log().error({ err: error }, 'an API request failed');
    }),
  ],
});

/** Answers every `/api/…` request that the contract knows; errors are RFC 9457 problem JSON with the request's id. */
export async function answerApi(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers.get('x-request-id') ?? undefined);
  const answer = await route(request, requestId);
  const response = new Response(answer.body, answer);
  response.headers.set('x-request-id', requestId);
  response.headers.set('cache-control', 'no-store');
  if (response.status < 400) return response;
  const problem: unknown = await response
    .json()
    .catch(() => problemOf(new AppError('INTERNAL', 'Something failed on our side.')));
  response.headers.set('content-type', 'application/problem+json');
  response.headers.delete('content-length');
  const body = typeof problem === 'object' ? { ...problem, requestId } : { requestId };
  return new Response(JSON.stringify(body), { status: response.status, headers: response.headers });
}

async function route(request: Request, requestId: string): Promise<Response> {
  try {
    const own = services();
    const actor = await actorFromRequest(own.db, request);
    const { matched, response } = await handler.handle(request, {
      prefix: '/api',
      context: { services: own, request, requestId, actor },
    });
    if (matched) return response;
    return Response.json(problemOf(new AppError('NOT_FOUND', 'There is no such API address.')), {
      status: 404,
    });
  } catch (error) {
    log().error({ err: error, requestId }, 'an API request failed');
    const known = isDatabaseAway(error)
      ? new AppError('UNAVAILABLE', 'The database cannot be reached. Try again in a moment.')
      : new AppError('INTERNAL', 'Something failed on our side; it was written to the log.');
    return Response.json(problemOf(known), { status: known.status });
  }
}
