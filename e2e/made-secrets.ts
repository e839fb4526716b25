import type { Browser, Response } from '@playwright/test';

/** Each secret and what it is. */
const found = new Map<string, string>();
const hearing = new Set<Promise<void>>();

/**
 * Listens to everything that the installations answer to any window of the browser, and keeps what they make and show
 * once: sessions, API tokens, one-time links, second factors with their recovery codes, keys and passwords of accounts.
 * So whatever a spec does, what it made is looked for in the end.
 */
export function listenForSecrets(browser: Browser): void {
  browser.on('context', (context) => {
    context.on('response', (response) => {
      const heard = hear(response).catch(() => {
        // The window was closed before its answer was read: nobody saw it either.
      });
      hearing.add(heard);
      void heard.then(() => hearing.delete(heard));
    });
  });
}

/** Keeps the secrets of an answer that came elsewhere than in a window. */
export function keepSecretsOf(answer: string): void {
  if (!answer.startsWith('{')) return;
  for (const [what, secret] of shownOnce(JSON.parse(answer))) if (secret.length > 9) found.set(secret, what);
}

/** Every secret kept so far, by a name that does not say it. */
export async function madeSecrets(): Promise<Record<string, string>> {
  await Promise.all(hearing);
  return Object.fromEntries([...found].map(([secret, what], at) => [`${what}, number ${at + 1}`, secret]));
}

async function hear(response: Response): Promise<void> {
  const { pathname } = new URL(response.url());
  if (!pathname.startsWith('/api/')) return;
  if (pathname.startsWith('/api/auth/')) {
    for (const { name, value } of await response.headersArray()) {
      const session = /heliograph-session=([^;]{10,})/.exec(value)?.[1];
      if (name.toLowerCase() === 'set-cookie' && session) found.set(session, 'session');
    }
  } else if (response.request().method() !== 'GET') keepSecretsOf(await response.text());
}

const whatItIs: Record<string, string> = {
  token: 'API token',
  secret: 'second factor',
  'secret.value': 'key or password of an account',
  recoveryCodes: 'recovery code',
};

/** Texts under the names that answers give to what they show once, and what stands behind the `#token=` of a link. */
function shownOnce(answer: unknown, name = ''): [what: string, secret: string][] {
  if (typeof answer === 'string') {
    const link = answer.split('#token=')[1];
    if (link) return [['one-time link', link]];
    const what = whatItIs[name];
    return what ? [[what, answer]] : [];
  }
  if (Array.isArray(answer)) return answer.flatMap((item) => shownOnce(item, name));
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) =>
    shownOnce(value, name === 'secret' ? `secret.${key}` : key),
  );
}
