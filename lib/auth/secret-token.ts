import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, in letters that fit a cookie and a header. */
export function makeSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored instead of the secret. It is random itself, so a plain SHA-256 can't be guessed back. */
export function secretTokenHash(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(token).digest());
}
