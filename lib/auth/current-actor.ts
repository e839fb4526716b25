import type { Actor } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import { publicUrl } from '#lib/env.ts';
import { actorFromApiToken } from './api-token.ts';
import { cookieValue, sessionCookie } from './session-cookie.ts';
import { sessionFromToken } from './sessions.ts';

/** The token in a request's session cookie, whether or not it still counts; null without the cookie. */
export function sessionToken(headers: Headers): string | null {
  return cookieValue(headers.get('cookie'), sessionCookie(publicUrl()).name);
}

/** Who makes this request: the person of its session cookie, else the API token it bears, else null. */
export async function actorFromRequest(db: Db, request: Request): Promise<Actor | null> {
  const cookie = sessionToken(request.headers);
  const session = cookie ? await sessionFromToken(db, cookie) : null;
  if (session) return session.user;
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  return bearer ? actorFromApiToken(db, bearer) : null;
}
