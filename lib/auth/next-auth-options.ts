import type { AuthOptions } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { publicUrl } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import type { Services } from '#lib/runtime/services.ts';
import { signInSchema } from './credentials.ts';
import { sessionLimits } from './limits.ts';
import { parseInput } from './parse-input.ts';
import type { RequestSource } from './request-source.ts';
import { sessionCookie } from './session-cookie.ts';
import { endSession, sessionFromToken } from './sessions.ts';
import { signIn } from './sign-in.ts';

// The opaque token of the session row, on its way between the table and the cookie.
declare module 'next-auth' {
  interface User {
    sessionToken?: string;
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sessionToken?: string;
  }
}

/** next-auth answers whatever its callbacks throw with words of its own; what was thrown is kept here instead. */
export type AuthExchange = { failure?: unknown };

/**
 * next-auth 4 for one request: its Credentials provider and cookies, with our session table in place of JWTs. The
 * cookie's value is the opaque token of a row, `decode` looks that row up, and signing out ends it.
 */
export function nextAuthOptions(
  context: Pick<Services, 'db' | 'pool' | 'box'>,
  source: RequestSource,
  exchange: AuthExchange,
): AuthOptions {
  const { db, box } = context;
  const cookie = sessionCookie(publicUrl());
  // The one thing next-auth 4 takes from the environment alone.
  process.env.NEXTAUTH_URL = publicUrl();

  async function kept<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      exchange.failure = error;
      throw error;
    }
  }

  return {
    secret: box.derived('next-auth'),
    useSecureCookies: cookie.secure,
    cookies: {
      sessionToken: {
        name: cookie.name,
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: cookie.secure },
      },
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    // The cookie may outlive the session; the table alone says whether it counts.
    session: { strategy: 'jwt', maxAge: sessionLimits.longestDays * 24 * 60 * 60 },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' }, code: { type: 'text' } },
        authorize: (given) =>
          kept(async () => {
            const { email: address, password, code } = given ?? {};
            const input = parseInput(signInSchema, { email: address, password, code });
            const { user, email, token } = await signIn(context, input, source);
            return { id: user.id, name: user.name, email, sessionToken: token };
          }),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user?.sessionToken ? { ...token, sessionToken: user.sessionToken } : token),
    },
    jwt: {
      encode: ({ token }) => tokenIn(token),
      decode: ({ token }) =>
        kept(async () => {
          const session = token ? await sessionFromToken(db, token) : null;
          if (!session) return null;
          return { sub: session.user.id, name: session.user.name, email: session.email, sessionToken: token };
        }),
    },
    events: {
      signOut: ({ token }) =>
        kept(() => (token ? endSession(db, tokenIn(token), source) : Promise.resolve())),
    },
    logger: {
      // Expected refusals end here too; what matters was kept above, and the route answers and logs it.
      error: (code) => log().debug({ nextAuth: code }, 'next-auth error'),
      warn: (code) => log().debug({ nextAuth: code }, 'next-auth warning'),
      debug: () => {},
    },
  };
}

function tokenIn(token: JWT | undefined): string {
  if (!token?.sessionToken) throw new Error('a session without its token');
  return token.sessionToken;
}
