import { expect, test } from 'vitest';
import { eventTypesOf } from '#lib/catalog/registry.ts';
import { sunnovaRequest, sunnovaWebhooks } from './sunnova-request.ts';

const base = 'https://heliograph.example.com/api/webhooks/sunnova';

test('the request names what Sunnova asks for: every webhook, its URL, the environment, the user name', () => {
  const text = sunnovaRequest({ base, environment: 'production', username: 'snv-east' });
  for (const { vendorName } of eventTypesOf('sunnova')) expect(text).toContain(`${base}/${vendorName}\n`);
  expect(text).toContain('Environment: Production');
  expect(text).toContain('User name: snv-east');
  expect(text).toContain('Basic authentication');
  expect(sunnovaRequest({ base, environment: 'sandbox', username: 'x' })).toContain('Sandbox');
});

test('every webhook of the catalog has an address of its own', () => {
  expect(sunnovaWebhooks(base).map(({ url }) => url)).toEqual(
    eventTypesOf('sunnova').map(({ vendorName }) => `${base}/${vendorName}`),
  );
});
