import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The admin that the demo makes where none is given: the same each time, with a password of this folder's own. */
export function firstAdmin(dataDir: string): { email: string; password: string } {
  const file = path.join(dataDir, 'admin-password');
  if (!existsSync(file)) writeFileSync(file, `sun-${randomBytes(6).toString('hex')}\n`, { mode: 0o600 });
  return { email: 'demo@example.com', password: readFileSync(file, 'utf8').trim() };
}
