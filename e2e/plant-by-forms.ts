import type { Page } from '@playwright/test';
import { ask, askWell } from './ask.ts';
import { expect } from './fixtures.ts';
import { planted } from './planted.ts';

/** Secrets that the console made and showed once, by name, and an address that wants a header besides its key. */
export type Made = {
  secrets: Record<string, string>;
  address: string;
  headerName: string;
  token: string;
  /** What was answered where a form was refused. */
  refusals: string[];
};

/** Fills every field that takes a credential, rightly and wrongly, as an admin who is signed in on the page. */
export async function plantByForms(page: Page, sandboxUrl: string): Promise<Made> {
  const { items } = await askWell(page, 'GET', '/api/connections');
  const account = (source: string): string =>
    items.find((item: { source: string }) => item.source === source).id;
  const enerfloId = account('enerflo');
  const apiKey = `/api/connections/${enerfloId}/secrets/enerflo.api-key`;
  await askWell(page, 'PUT', apiKey, { value: planted.enerfloApiKey });
  await askWell(page, 'PUT', `/api/connections/${account('crm')}/secrets/crm.api-key`, {
    value: planted.crmApiKey,
  });
  // A key that Enerflo does not take is really sent.
  await askWell(page, 'POST', `/api/connections/${enerfloId}/enerflo/test`, {});

  const own = { environment: 'sandbox', name: 'Planted' };
  const enerflo = await askWell(page, 'POST', '/api/connections', { ...own, source: 'enerflo' });
  const sunnova = await askWell(page, 'POST', '/api/connections', { ...own, source: 'sunnova' });
  const headerName = 'X-Planted';
  await askWell(page, 'PUT', `/api/addresses/${enerflo.secret.addressId}/demand`, {
    demand: { kind: 'header', name: headerName, value: planted.addressHeader },
  });
  const token = await askWell(page, 'POST', '/api/tokens', {
    name: 'Planted',
    role: 'viewer',
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const person = await askWell(page, 'POST', '/api/people', {
    name: 'Pia Planted',
    email: 'pia.planted@example.com',
    role: 'viewer',
  });
  const factor = await askWell(page, 'POST', '/api/account/second-factor/begin', {});

  const flow = {
    connectionId: enerfloId,
    eventTypes: ['enerflo.v1.new_customer'],
    ordering: 'every',
    rows: [{ target: 'email', source: { kind: 'field', path: 'email' } }],
  };
  const destination = { method: 'POST', url: `${sandboxUrl}/records`, headers: {}, repeatSafe: true };
  for (const [name, signInBy] of Object.entries({
    'Planted secrets': { auth: 'bearer', secret: planted.destinationToken },
    'Planted password': { auth: 'basic', username: 'planted', secret: planted.destinationPassword },
  })) {
    await askWell(page, 'POST', '/api/flows', {
      ...flow,
      name,
      destination: { ...destination, name, ...signInBy },
    });
  }

  // Where a secret does not belong the form refuses it, and does not say it back.
  const refused: [method: string, path: string, body: unknown][] = [
    ...[
      { headers: { 'X-Api-Key': planted.destinationHeader } },
      { headers: { 'X-Note': `${planted.destinationHeader}\nsecond line` } },
      { url: `${sandboxUrl}/records?api_key=${planted.destinationParameter}` },
      { url: `http://somebody:${planted.destinationUser}@crm.example.com/records` },
    ].map((wrong): [string, string, unknown] => [
      'POST',
      '/api/flows',
      { ...flow, name: 'Refused', destination: { ...destination, name: 'Refused', auth: 'none', ...wrong } },
    ]),
    ['PUT', apiKey, { value: planted.refusedApiKey.repeat(200) }],
    [
      'PUT',
      `/api/connections/${enerfloId}/enerflo`,
      { settings: { baseUrl: `https://somebody:${planted.baseUrlPassword}@enerflo.example.com` } },
    ],
    [
      'POST',
      '/api/account/second-factor/confirm',
      { password: planted.wrongPassword, code: planted.wrongCode },
    ],
    ['POST', '/api/account/password', { present: planted.wrongPassword, password: planted.newPassword }],
    ['POST', '/api/auth/one-time-link', { token: planted.wrongLink }],
    ['POST', '/api/auth/choose-password', { token: planted.wrongLink, password: planted.newPassword }],
  ];
  const refusals: string[] = [];
  for (const [method, path, body] of refused) {
    const { status, text } = await ask(page, method, path, body);
    expect(status, `${method} ${path}: ${text}`).toBeGreaterThanOrEqual(400);
    expect(status, `${method} ${path}: ${text}`).toBeLessThan(500);
    refusals.push(text);
  }
  return {
    secrets: {
      'key of a new address': enerflo.secret.value,
      'password of a new address': sunnova.secret.value,
      'API token': token.token,
      invitation: tokenOf(person.link.url),
      'second factor': factor.secret,
    },
    address: new URL(enerflo.secret.url).pathname.replace('/api/webhooks/', ''),
    headerName,
    token: token.token,
    refusals,
  };
}

/** The secret of a one-time link. */
export function tokenOf(link: string): string {
  return new URL(link).hash.slice('#token='.length);
}
