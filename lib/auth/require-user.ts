import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { publicUrl } from '#lib/env.ts';
import { services } from '#lib/runtime/services.ts';
import { ownHeaders } from './request-source.ts';
import { allows, type Role } from './roles.ts';
import { sessionCookie } from './session-cookie.ts';
import { type CurrentSession, sessionFromToken } from './sessions.ts';

/** For pages and layouts: the session of this request, or null. */
export async function currentSession(): Promise<CurrentSession | null> {
  const token = await givenToken();
  return token ? sessionFromToken(services().db, token) : null;
}

async function givenToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie(publicUrl()).name)?.value;
}

/** For pages and layouts behind sign-in: who is signed in. Anybody else goes to the sign-in page and comes back here. */
export async function requireUser(): Promise<CurrentSession> {
  const session = await currentSession();
  if (session) return session;
  const path = (await headers()).get(ownHeaders.path);
  const why = (await givenToken()) ? { why: 'ended' } : undefined;
  redirect(path ? `/sign-in?${new URLSearchParams({ next: path, ...why })}` : '/sign-in');
}

/** The same for a page that needs a role; for someone without it the page does not exist. */
export async function requireRole(needed: Role): Promise<CurrentSession> {
  const session = await requireUser();
  if (!allows(session.user.role, needed)) notFound();
  return session;
}
