import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const noFilters = { externalTables: [], externalEnums: [] };
const wasmPackage = '@prisma/schema-engine-wasm/schema_engine_bg';

/** The adapter cuts scripts at every semicolon, which breaks function bodies: PostgreSQL takes a script whole. */
class WholeScriptPg extends PrismaPg {
  readonly #url: string;

  constructor(url: string) {
    super({ connectionString: url });
    this.#url = url;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      const client = new pg.Client({ connectionString: this.#url });
      await client.connect();
      try {
        await client.query(script);
      } finally {
        await client.end();
      }
    };
    return adapter;
  }
}

let loaded = false;

/** Once a process: what a second instance would put in the place of the first is still in use by it. */
function loadEngine(): void {
  if (loaded) return;
  const folder = path.dirname(createRequire(import.meta.url).resolve(wasmPackage));
  const module = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  loaded = true;
}

/**
 * Prisma's schema engine as WebAssembly over the pg adapter: no binary and no download. It keeps Prisma's own
 * `_prisma_migrations` table, so `prisma migrate` works on the same database wherever its binary can be had.
 */
async function openSchemaEngine(schemaFile: string, url: string) {
  loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptPg(url));
  const schema = readFileSync(schemaFile, 'utf8');
  return bindings.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, adapter);
}

/** Applies the migrations in `folder` that the database at `url` has not seen; gives the names it applied. */
export async function applyMigrations(folder: string, schemaFile: string, url: string): Promise<string[]> {
  const engine = await openSchemaEngine(schemaFile, url);
  const migrationDirectories = migrationNames(folder).map((name) => ({
    path: name,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok' as const, value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') },
    },
  }));
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: path.resolve(folder),
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
      shadowDbInitScript: '',
      migrationDirectories,
    },
    filters: noFilters,
  });
  return appliedMigrationNames;
}

/**
 * The SQL that turns one schema (`null`: nothing) into another, both as text. The database at `url` is not read: the
 * engine only asks which kind of PostgreSQL it is.
 */
export async function schemaDifference(from: string | null, to: string, url: string): Promise<string> {
  const engine = await openSchemaEngine('prisma/schema.prisma', url);
  const schema = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const { stdout } = await engine.diff({
    from: from === null ? { tag: 'empty' } : schema(from),
    to: schema(to),
    script: true,
    exitCode: null,
    filters: noFilters,
  });
  return stdout ?? '';
}

/** Folder names under prisma/migrations, in the order in which they apply. */
export function migrationNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
