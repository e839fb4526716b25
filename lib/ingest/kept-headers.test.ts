import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptHeaders, keptQuery } from './kept-headers.ts';

const key = 'Kx7-made-up-address-key';
const path = `enerflo/${key}`;
const planted = 'planted-secret-5f2c';

const secretHeaders = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'apikey',
  'x-functions-key',
  'ocp-apim-subscription-key',
  'x-auth-token',
  'x-amz-security-token',
  'x-webhook-secret',
  'x-hub-signature-256',
  'x-password',
  'x-auth',
  'X-Session-Id',
];
const secretParameters = [
  'key',
  'api_key',
  'apikey',
  'token',
  'access_token',
  'secret',
  'password',
  'pwd',
  'sig',
  'signature',
  'auth',
  'code',
  'jwt',
];

describe('what is kept of a request', () => {
  test.each(secretHeaders)('the value of %s never is', (name) => {
    const kept = keptHeaders({ headers: { [name]: planted, 'user-agent': 'relay/1.0' }, path }, null);
    expect(kept).toEqual({ [name]: '•••', 'user-agent': 'relay/1.0' });
  });

  test('nor is the header that an admin made a credential of', () => {
    const headers = { 'x-made-up': planted, 'x-other': 'kept' };
    const kept = { 'x-made-up': '•••', 'x-other': 'kept' };
    expect(keptHeaders({ headers, path }, { headerName: 'X-Made-Up', pastHeaders: [] })).toEqual(kept);
    // A sender that was not told goes on sending what was asked for before.
    expect(keptHeaders({ headers, path }, { headerName: null, pastHeaders: ['X-Made-Up'] })).toEqual(kept);
  });

  test('nor the key in the address where a proxy repeats it', () => {
    const headers = {
      'x-original-url': `/api/webhooks/enerflo/${key}?event=a`,
      referer: `https://x.example.com/${key}`,
    };
    expect(JSON.stringify(keptHeaders({ headers, path }, null))).not.toContain(key);
    const encoded = `enerflo/${key.replace('-', '%2D')}`;
    expect(JSON.stringify(keptHeaders({ headers, path: encoded }, null))).not.toContain(key);
    expect(keptQuery({ query: `url=/api/webhooks/enerflo/${key}`, path })).toBe(
      'url=/api/webhooks/enerflo/•••',
    );
  });

  test.each(secretParameters)('the value of the parameter %s never is', (name) => {
    for (const written of [
      name,
      name.toUpperCase(),
      `x_${name}`,
      name.replace(/[aeio]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
    ]) {
      expect(
        keptQuery({ query: `a=1&${written}=${planted}&${written}=${planted}&event=x`, path }),
      ).not.toContain(planted);
    }
  });

  test('what is no secret stays as it was written', () => {
    const query = 'event=deal.created&Design=%20a+b&tag=&x';
    expect(keptQuery({ query, path })).toBe(query);
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': 'abc',
      'x-request-id': '7',
      'webhook-id': '9',
    };
    expect(keptHeaders({ headers, path: 'sunnova/lead-status' }, null)).toEqual(headers);
  });

  test('anything can be stored: no NUL, no half of a pair, nothing endless', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
        const kept = [
          ...Object.values(keptHeaders({ headers: { 'x-odd': text }, path }, null)),
          keptQuery({ query, path }),
        ];
        for (const each of kept)
          expect(each).toSatisfy((value: string) => value.isWellFormed() && !value.includes('\0'));
      }),
    );
    expect(keptHeaders({ headers: { 'x-odd': 'x'.repeat(50_000) }, path }, null)['x-odd']).toHaveLength(
      4_000,
    );
  });
});
