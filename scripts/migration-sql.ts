import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { schemaDifference } from '#lib/db/schema-engine.ts';
import { env } from '#lib/env.ts';

/**
 * Prints the SQL that turns the schema of the last commit into prisma/schema.prisma as it stands: the beginning of a
 * new migration, to be read, completed and kept as prisma/migrations/<time>_<name>/migration.sql.
 */
const schema = 'prisma/schema.prisma';
const before = execFileSync('git', ['show', `HEAD:${schema}`], { encoding: 'utf8' });
process.stdout.write(await schemaDifference(before, readFileSync(schema, 'utf8'), env().DATABASE_URL ?? ''));
process.exit(0);
