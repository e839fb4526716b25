import type { SignInInput } from '#lib/auth/credentials.ts';
import { type Problem, sendJson } from './send-json.ts';

/**
 * Signs in; the answer sets the session cookie. Gives the problem, or null when signed in. A problem with the field
 * `code` says that the password was right and a code of the second factor is missing or wrong.
 */
export async function sendSignIn({ email, password, code }: SignInInput): Promise<Problem | null> {
  return sendWithCsrfToken('/api/auth/callback/credentials', {
    email,
    password,
    ...(code ? { code } : {}),
  });
}

/** Ends the session and forgets its cookie. Gives the problem, or null when signed out. */
export async function sendSignOut(): Promise<Problem | null> {
  return sendWithCsrfToken('/api/auth/signout', {});
}

/** next-auth wants a token of its own in each body, and the word `json` to answer in JSON. */
async function sendWithCsrfToken(path: string, body: Record<string, string>): Promise<Problem | null> {
  const csrfToken = await fetch('/api/auth/csrf')
    .then((response) => response.json())
    .then(({ csrfToken }: { csrfToken?: unknown }) => (typeof csrfToken === 'string' ? csrfToken : ''))
    .catch(() => '');
  return sendJson(path, { ...body, csrfToken, json: 'true' });
}
