import { schemaDifference } from '#lib/db/schema-engine.ts';
import { env } from '#lib/env.ts';

/**
 * Prints the SQL that turns the database at DATABASE_URL into prisma/schema.prisma: the beginning of a new migration,
 * to be read, completed and kept as prisma/migrations/<time>_<name>/migration.sql.
 */
process.stdout.write(await schemaDifference('prisma/schema.prisma', env().DATABASE_URL ?? ''));
process.exit(0);
