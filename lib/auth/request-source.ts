/**
 * Headers that only `server.ts` writes; it removes any that a client sent. A Next.js route handler can't see the
 * connection, so this is how it learns the address (after TRUST_PROXY), the path and the id of a request.
 */
export const ownHeaders = {
  address: 'x-heliograph-address',
  path: 'x-heliograph-path',
  requestId: 'x-request-id',
} as const;

/** Where a request came from, as the session table and the audit log keep it. */
export type RequestSource = { address: string | null; userAgent: string | null; requestId: string | null };

const USER_AGENT_KEPT = 400;

export function requestSource(headers: Headers): RequestSource {
  return {
    address: headers.get(ownHeaders.address),
    userAgent: headers.get('user-agent')?.slice(0, USER_AGENT_KEPT) ?? null,
    requestId: headers.get(ownHeaders.requestId),
  };
}
