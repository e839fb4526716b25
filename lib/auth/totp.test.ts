import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { makeTotpSecret, totpAddress, totpStep } from './totp.ts';

const secret = makeTotpSecret();
const at = new Date('2026-03-01T12:00:10Z');
const step = Math.floor(at.getTime() / 30_000);

function codeAt(seconds: number): string {
  return TOTP.generate({ secret: new TOTP({ secret }).secret, timestamp: at.getTime() + seconds * 1000 });
}

test.each([
  ['two steps before', -60, null],
  ['one step before', -30, step - 1],
  ['now', 0, step],
  ['one step after', 30, step + 1],
  ['two steps after', 60, null],
])('a code of a clock that is %s', (_words, seconds, expected) => {
  expect(totpStep(secret, codeAt(seconds), at)).toBe(expected);
});

test('a code of another secret, and one of another length, are none', () => {
  const other = TOTP.generate({ secret: new TOTP({ secret: makeTotpSecret() }).secret, timestamp: 0 });
  expect(totpStep(secret, other, at)).toBeNull();
  expect(totpStep(secret, codeAt(0).slice(1), at)).toBeNull();
});

test('the address of the QR code has what an authenticator app needs', () => {
  const url = new URL(totpAddress(secret, 'ada@example.com'));
  expect(url.protocol).toBe('otpauth:');
  expect(decodeURIComponent(url.pathname)).toContain('Heliograph:ada@example.com');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({ secret, period: '30', digits: '6' });
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
});
