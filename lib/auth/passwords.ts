import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for argon2id: 19 MiB of memory, two passes, one lane. */
const parameters = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** The argon2id hash to store, with its salt and parameters inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), parameters);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password is the one of this hash. `null` (nobody has that e-mail address) takes as long as a wrong
 * password and is false, so that the time of an answer does not tell which addresses exist.
 */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  // Awaited in both cases, so that the first question after a start is no slower for one of them.
  decoy ??= hashPassword(crypto.randomUUID());
  const decoyHash = await decoy;
  const right = await verify(storedHash ?? decoyHash, password.normalize('NFKC'));
  return right && storedHash !== null;
}
