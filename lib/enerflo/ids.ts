import type { OperationRequest } from '#lib/operations/operation-request.ts';

/** The two generations of Enerflo's ids: numbers of 1.0, uuids of 2.0. */
export type IdKind = 'number' | 'uuid';

/** Which of the two this is; null where it is neither. */
export function idKind(id: string): IdKind | null {
  if (/^\d{1,18}$/.test(id)) return 'number';
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? 'uuid' : null;
}

type Endpoint = {
  /** Its id in the first group. */
  path: RegExp;
  method?: OperationRequest['method'];
  takes: IdKind;
  /** Where the other kind leads to the right one. */
  instead: string;
};

/** Endpoints that take one generation only (field facts 4.12, 5.2, 5.7); others take both. The first that fits counts. */
const endpoints: readonly Endpoint[] = [
  {
    path: /^\/api\/v3\/installs\/find\/([^/]+)/,
    takes: 'uuid',
    instead: 'An install is found by the id of its deal in Enerflo 2.0. Read it by its own number instead.',
  },
  {
    path: /^\/api\/v\d\/installs\/([^/]+)/,
    takes: 'number',
    instead: 'This may be the id of a deal in Enerflo 2.0: find the install by it first, and use its number.',
  },
  {
    path: /^\/api\/v1\/customers\/([^/]+)/,
    takes: 'number',
    instead: 'Read the customer by this id of Enerflo 2.0 first, and use its number.',
  },
  {
    path: /^\/api\/v3\/customers\/([^/]+)/,
    method: 'PUT',
    takes: 'number',
    instead: 'Read the customer by this id of Enerflo 2.0 first, and use its number.',
  },
  {
    path: /^\/api\/v3\/users\/([^/]+)/,
    takes: 'number',
    instead: 'Find the user by name or e-mail address.',
  },
];

/** Why Enerflo has nothing under an id, or refuses it, where it is of the wrong generation; null where it is not. */
export function wrongIdWords({ method, path }: OperationRequest): string | null {
  for (const endpoint of endpoints) {
    const id = endpoint.path.exec(path)?.[1];
    if (id === undefined || (endpoint.method !== undefined && endpoint.method !== method)) continue;
    const kind = idKind(decodeURIComponent(id));
    if (kind !== null && kind !== endpoint.takes) return endpoint.instead;
    // An install names its agent by two ids, of which only one is a user's (field facts 4.12).
    return path.includes('/users/') ? 'An agent_id is no id of a user: use the user’s own.' : null;
  }
  return null;
}
