import { expect, type Page } from '@playwright/test';
import { keepSecretsOf } from './made-secrets.ts';

/** Asks the installation as the browser of the person signed in on the page would; gives what came as text. */
export async function ask(
  page: Page,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string }> {
  const { origin } = new URL(page.url());
  const response = await page.request.fetch(`${origin}${path}`, {
    method,
    headers: { origin },
    ...(body === undefined ? {} : { data: body }),
  });
  return { status: response.status(), text: await response.text() };
}

/** The same for what must succeed; gives the answer as JSON. Of secrets that it shows once note is taken. */
export async function askWell(page: Page, method: string, path: string, body?: unknown) {
  const { status, text } = await ask(page, method, path, body);
  expect(status, `${method} ${path}: ${text.slice(0, 2_000)}`).toBeLessThan(300);
  if (method !== 'GET') keepSecretsOf(text);
  return JSON.parse(text);
}
