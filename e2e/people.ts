import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import type { Installation } from './installation.ts';

/** Adds a person with a role straight to the installation's database: quicker than an invitation, which has tests of its own. */
export async function addPerson(
  { dataDir }: Installation,
  role: string,
  name = `A ${role}`,
): Promise<{ email: string; password: string }> {
  const secrets = readFileSync(path.join(dataDir, 'secrets.env'), 'utf8');
  const databasePassword = /POSTGRES_PASSWORD=(.+)/.exec(secrets)?.[1] ?? '';
  const port = Number(readFileSync(path.join(dataDir, 'postgres.port'), 'utf8'));
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'heliograph',
    password: databasePassword,
    database: 'heliograph',
  });
  const person = {
    email: `${role}-${randomUUID().slice(0, 8)}@example.com`,
    password: 'a-long-enough-password',
  };
  await client.connect();
  await client.query(
    'INSERT INTO "user" (id, email, name, role, password_hash) VALUES ($1, $2, $3, $4, $5)',
    [randomUUID(), person.email, name, role, await hash(person.password)],
  );
  await client.end();
  return person;
}
