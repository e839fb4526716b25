import type { Actor } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import { publicUrl } from '#lib/env.ts';
import { actorFromApiToken } from './api-token.ts';
import { cookieValue, sessionCookie } from './session-cookie.ts';
import { sessionFromToken } from './sessions.ts';

/** What lets somebody in: a session (a signed-in browser) or an API token, by the id of its row. */
export type Credential = { kind: 'session' | 'token'; id: string };

/** The token in a request's session cookie, whether or not it still counts; null without the cookie. */
export function sessionToken(headers: Headers): string | null {
  return cookieValue(headers.get('cookie'), sessionCookie(publicUrl()).name);
}

/** Who makes this request and by what: the person of its session cookie, else the API token it bears, else null. */
export async function letInBy(
  db: Db,
  request: Request,
): Promise<{ actor: Actor; credential: Credential } | null> {
  const cookie = sessionToken(request.headers);
  const session = cookie ? await sessionFromToken(db, cookie) : null;
  if (session) return { actor: session.user, credential: { kind: 'session', id: session.id } };
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const token = bearer ? await actorFromApiToken(db, bearer) : null;
  return token && { actor: token, credential: { kind: 'token', id: token.id } };
}

/** Who makes this request, or null. */
export async function actorFromRequest(db: Db, request: Request): Promise<Actor | null> {
  return (await letInBy(db, request))?.actor ?? null;
}

/** The id of the session that makes this request; null for an API token. */
export async function sessionOfRequest(db: Db, request: Request): Promise<string | null> {
  const credential = (await letInBy(db, request))?.credential;
  return credential?.kind === 'session' ? credential.id : null;
}
