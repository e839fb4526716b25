'use client';

import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { apiContract } from '#lib/http/api/contract.ts';

/** What an answer of the API says went wrong: RFC 9457, with the request's id. */
type ProblemBody = {
  code?: string;
  status?: number;
  detail?: string;
  fields?: { field: string; message: string }[];
  requestId?: string;
};

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'detail' in body;
}

/** The link parses only `application/json`; our problems are JSON under a media type of their own (RFC 9457). */
const readProblems: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
};

const link = new OpenAPILink(apiContract, {
  fetch: (request, init) => readProblems(request, init),
  url: () => `${window.location.origin}/api`,
  customErrorResponseBodyDecoder: (body) =>
    isProblem(body)
      ? new ORPCError(body.code ?? 'INTERNAL', { status: body.status, message: body.detail, data: body })
      : null,
});

const client: ContractRouterClient<typeof apiContract> = createORPCClient(link);

/** Query and mutation options for every endpoint of the contract: `api.events.list.queryOptions(…)`. */
export const api = createTanstackQueryUtils(client);

/** An error of the API as a screen shows it. */
export function errorWords(error: unknown): {
  message: string;
  requestId?: string;
  fields: { field: string; message: string }[];
} {
  if (error instanceof ORPCError && isProblem(error.data)) {
    return { message: error.message, requestId: error.data.requestId, fields: error.data.fields ?? [] };
  }
  return { message: 'Heliograph could not be reached. Check the connection and try again.', fields: [] };
}
