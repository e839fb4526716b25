import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import type { Made } from './plant-by-forms.ts';
import { planted } from './planted.ts';
import { customer } from './samples.ts';
import type { Sender } from './sender.ts';

/** Credentials where they do not belong, and wrong ones where they do: the requests are kept, the secrets are not. */
export async function plantInRequests(page: Page, send: Sender, made: Made): Promise<void> {
  const { address, headerName, token } = made;
  const body = JSON.stringify(customer({ id: 81_001 }));
  const strange = {
    authorization: `Bearer ${planted.strangeBearer}`,
    'x-api-key': planted.strangeApiKey,
    cookie: `session=${planted.strangeCookie}`,
  };
  const right = await send.raw(`${address}?token=${planted.strangeParameter}`, body, {
    ...strange,
    [headerName]: planted.addressHeader,
  });
  expect(right.status).toBe(202);
  expect((await send.raw(address, body, { ...strange, [headerName]: planted.wrongHeader })).status).toBe(401);
  const basic = Buffer.from(`somebody:${planted.wrongBasic}`).toString('base64');
  const refused = await send.raw('sunnova/cancellation-case', '{}', { authorization: `Basic ${basic}` });
  expect(refused.status).toBe(401);

  const { origin } = new URL(page.url());
  const asked = async (path: string, bearer: string) =>
    (await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${bearer}` } })).status;
  expect(await asked('/api/events', token)).toBe(200);
  expect(await asked('/api/events', planted.wrongToken)).toBe(401);
  expect(await asked('/api/metrics', planted.metricsToken)).toBe(200);
  expect(await asked('/api/metrics', planted.wrongToken)).toBe(401);
}
