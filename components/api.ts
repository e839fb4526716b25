'use client';

import { type ClientLink, createORPCClient, ORPCError } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { apiContract } from '#lib/http/api/contract.ts';

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

/** Where each endpoint is. It comes with the page, since the contract would bring all its schemas along. */
let opened: OpenAPILink<Record<never, never>> | null = null;

/** To be called by the frame of the console before anything calls the API; once is enough. */
export function openApi(routes: AnyContractRouter): void {
  opened ??= new OpenAPILink(routes, {
    fetch: (request, init) => readProblems(request, init),
    url: () => `${window.location.origin}/api`,
    customErrorResponseBodyDecoder: (body) =>
      isProblem(body)
        ? new ORPCError(body.code ?? 'INTERNAL', { status: body.status, message: body.detail, data: body })
        : null,
  });
}

const link: ClientLink<Record<never, never>> = {
  call: (path, input, options) => {
    if (!opened) throw new Error('The API is called outside the console');
    return opened.call(path, input, options);
  },
};

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

/** Whether the API refused because nobody is signed in any more. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ORPCError && error.status === 401;
}
