import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

test('a password is recognised by its hash, which has the OWASP parameters and not the password', async () => {
  const stored = await hashPassword('correct horse battery');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(stored).not.toContain('horse');
  expect(await verifyPassword(stored, 'correct horse battery')).toBe(true);
  expect(await verifyPassword(stored, 'Correct horse battery')).toBe(false);
});

test('the same letters typed on another keyboard are the same password', async () => {
  const stored = await hashPassword('caf\u00e9 on the corner');
  expect(await verifyPassword(stored, 'cafe\u0301 on the corner')).toBe(true);
});

test('nobody has no password, and saying so takes as long as for somebody', async () => {
  const stored = await hashPassword('correct horse battery');
  expect(await verifyPassword(null, '')).toBe(false);
  const somebody = await medianTime(() => verifyPassword(stored, 'a wrong password'));
  const nobody = await medianTime(() => verifyPassword(null, 'a wrong password'));
  // Without the decoy it would be hundreds of times faster.
  expect(nobody / somebody).toBeGreaterThan(0.25);
  expect(nobody / somebody).toBeLessThan(4);
});

async function medianTime(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 9; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[4] ?? 0;
}
