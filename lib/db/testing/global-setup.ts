import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#lib/runtime/embedded-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
  }
}

/** One real PostgreSQL for the whole run: the one at TEST_DATABASE_URL, or an embedded one of the tests' own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide('postgres', given);
    return async () => {};
  }
  const server = await startEmbeddedPostgres(path.resolve('.data/test'), 'for-tests-only');
  project.provide('postgres', server.url);
  return server.stop;
}
