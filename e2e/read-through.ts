import type { Page } from '@playwright/test';

/** Characters that are looked through at once. */
const piece = 4_000_000;
/** Longer than anything that is looked for, so that nothing is missed between two pieces. */
const overlap = 8_192;

/**
 * Reads an answer of any length piece by piece, as the browser of the person signed in on the page would, and gives its
 * status. Each piece begins with the end of the one before.
 */
export async function readThrough(page: Page, path: string, look: (piece: string) => void): Promise<number> {
  const { origin } = new URL(page.url());
  const cookies = await page.context().cookies(origin);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const response = await fetch(`${origin}${path}`, { headers: { cookie, origin } });
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length < piece) continue;
    look(text);
    text = text.slice(-overlap);
  }
  look(text);
  return response.status;
}
