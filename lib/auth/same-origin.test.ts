import { beforeEach, describe, expect, test } from 'vitest';
import { parseSettings } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { assertNotOtherSite, assertSameOrigin, requestOrigin } from './same-origin.ts';

const local = 'http://localhost:3000';
const hosted = 'https://heliograph.example.com';

describe('where a request comes from', () => {
  test.each([
    // sec-fetch-site, origin, host, public address → answer
    ['same-origin', undefined, 'localhost:3000', local, 'same'],
    ['same-origin', 'http://127.0.0.1:3000', '127.0.0.1:3000', local, 'same'],
    ['same-site', 'http://localhost:4000', 'localhost:3000', local, 'other'],
    ['cross-site', local, 'localhost:3000', local, 'other'],
    ['none', undefined, 'localhost:3000', local, 'other'],
    [undefined, local, 'localhost:3000', local, 'same'],
    [undefined, 'http://127.0.0.1:3000', '127.0.0.1:3000', local, 'same'],
    [undefined, 'http://127.0.0.1:3000', 'localhost:3000', local, 'other'],
    [undefined, 'http://localhost:4000', 'localhost:3000', local, 'other'],
    [undefined, 'http://evil.example', 'localhost:3000', local, 'other'],
    [undefined, 'null', 'localhost:3000', local, 'other'],
    [undefined, hosted, 'heliograph.example.com', hosted, 'same'],
    [undefined, hosted, '10.0.0.5:3000', hosted, 'same'],
    [undefined, 'http://heliograph.example.com', 'heliograph.example.com', hosted, 'other'],
    [undefined, 'https://heliograph.example.com.evil.example', 'heliograph.example.com', hosted, 'other'],
    [undefined, undefined, 'localhost:3000', local, 'unknown'],
  ])('site %s, origin %s, host %s at %s: %s', (site, origin, host, publicAddress, answer) => {
    const headers = headersOf({ 'sec-fetch-site': site, origin, host });
    expect(requestOrigin(headers, publicAddress)).toBe(answer);
  });
});

describe('what is refused', () => {
  beforeEach(() => {
    globalThis.heliographEnv = parseSettings({ PORT: '3000' });
  });
  const cookie = 'theme=dark; heliograph-session=abc';

  test.each([
    ['a session cookie from another site', 'POST', { cookie, origin: 'http://evil.example' }, true],
    ['the same with DELETE', 'DELETE', { cookie, origin: 'http://evil.example' }, true],
    ['a session cookie without a word about its origin', 'POST', { cookie }, true],
    [
      'a session cookie from another site beside a token',
      'POST',
      { cookie, authorization: 'Bearer x', origin: 'http://evil.example' },
      true,
    ],
    ['a session cookie from our own page', 'POST', { cookie, origin: local }, false],
    ['reading from another site', 'GET', { cookie, origin: 'http://evil.example' }, false],
    ['an API token without a cookie', 'POST', { authorization: 'Bearer x' }, false],
  ])('%s (%s)', (_what, method, headers, refused) => {
    const request = new Request('http://localhost:3000/api/flows', {
      method,
      headers: headersOf({ host: 'localhost:3000', ...headers }),
    });
    if (refused) expect(() => assertSameOrigin(request)).toThrow(AppError);
    else expect(() => assertSameOrigin(request)).not.toThrow();
  });

  test('signing in: another site is refused, a program that is no browser is not', () => {
    const post = (origin: string | undefined) =>
      new Request('http://localhost:3000/api/auth/first-run', {
        method: 'POST',
        headers: headersOf({ host: 'localhost:3000', origin }),
      });
    expect(() => assertNotOtherSite(post('http://evil.example'))).toThrow(
      'did not come from a page of this console',
    );
    expect(() => assertNotOtherSite(post(undefined))).not.toThrow();
  });
});

function headersOf(given: Record<string, string | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) if (value !== undefined) headers.set(name, value);
  return headers;
}
