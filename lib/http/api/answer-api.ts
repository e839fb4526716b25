import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ORPCError, onError } from '@orpc/server';
import { actorFromRequest } from '#lib/auth/current-actor.ts';
import { requestSource } from '#lib/auth/request-source.ts';
import { isDatabaseAway } from '#lib/db/database-away.ts';
import { AppError } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { services } from '#lib/runtime/services.ts';
import { limitedBody } from '../limited-body.ts';
import { requestIdOf } from '../request-id.ts';
import { problemOf } from './problem.ts';
import type { ApiContext } from './procedure.ts';
import { router } from './router.ts';

/** More than any form of the console sends. */
const mostBytes = 1024 * 1024;

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
    // Before the handler, which reads the body: nobody reads what a stranger sends.
    if (!actor) return refusal(new AppError('UNAUTHENTICATED', 'Sign in, or send an API token.'));
    const { address } = requestSource(request.headers);
    const { read, wasTooLarge } = withLimit(request);
    const { matched, response } = await handler.handle(read, {
      prefix: '/api',
      context: { services: own, request, requestId, address: address || null, actor },
    });
    const large = wasTooLarge();
    if (large) return refusal(large);
    return matched ? response : refusal(new AppError('NOT_FOUND', 'There is no such API address.'));
  } catch (error) {
    log().error({ err: error, requestId }, 'an API request failed');
    const known = isDatabaseAway(error)
      ? new AppError('UNAVAILABLE', 'The database cannot be reached. Try again in a moment.')
      : new AppError('INTERNAL', 'Something failed on our side; it was written to the log.');
    return refusal(known);
  }
}

/** The request with a body that ends in an error past the limit, and whether it came to that: oRPC calls it malformed. */
function withLimit(request: Request): { read: Request; wasTooLarge: () => AppError | null } {
  let tooLarge: AppError | null = null;
  const body =
    request.body &&
    limitedBody(request.body, mostBytes, () => {
      tooLarge = new AppError('TOO_LARGE', 'The request is larger than 1 MB, the most the API takes.');
      return tooLarge;
    });
  const { method, headers, signal } = request;
  const init: RequestInit & { duplex: 'half' } = { method, headers, signal, body, duplex: 'half' };
  return { read: new Request(request.url, init), wasTooLarge: () => tooLarge };
}

function refusal(error: AppError): Response {
  return Response.json(problemOf(error), { status: error.status });
}
