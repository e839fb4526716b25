import { Secret, TOTP } from 'otpauth';

const period = 30;

/** A new secret of 160 random bits (RFC 4226's recommendation), in base32 as apps take it. */
export function makeTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads from the QR code. */
export function totpAddress(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/**
 * The time step (of 30 s since 1970) that a code of six digits belongs to, where that is the present one or the one
 * before or after it: clocks drift, people type slowly. Null for any other code. Whoever takes it keeps the step.
 */
export function totpStep(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
}

function totpOf(secret: string, label = 'Heliograph'): TOTP {
  return new TOTP({ issuer: 'Heliograph', label, algorithm: 'SHA1', digits: 6, period, secret });
}
