import { parseArgs } from 'node:util';
import { systemActor } from '#lib/audit/audit.ts';
import { isRole, type Role, roles } from '#lib/auth/roles.ts';
import type { Database } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { Command } from '../command.ts';

const longestDays = 3650;

/** Makes, lists and ends API tokens. */
export const token: Command = {
  name: 'token',
  summary: 'make, list or end API tokens',
  help: `Makes, lists and ends the tokens that programs use for the API (Authorization: Bearer …).

  npm run cli -- token create NAME --role ROLE [--days N]
  npm run cli -- token list
  npm run cli -- token end ID

  --role ROLE   what it may do: ${roles.join(', ')}
  --days N      it ends by itself after so many days (default: never)

A new token is printed once, by itself on standard output, and cannot be shown again.
It needs DATABASE_URL, or the running Heliograph whose data lies in DATA_DIR (.data).

  npm run cli -- token create "nightly export" --role viewer --days 90
`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { role: { type: 'string' }, days: { type: 'string' } },
    });
    const work = workFor(positionals, values);
    // Loaded here, so that the other commands start without a database client.
    const { openRunningDatabase } = await import('../open-running-database.ts');
    const database = await openRunningDatabase();
    try {
      await work(database);
    } finally {
      await database.close();
    }
    return 0;
  },
};

type Work = (database: Database) => Promise<void>;

/** What the words after `token` ask for; wrong ones are told before a database is opened. */
function workFor(words: string[], options: { role?: string; days?: string }): Work {
  const [what, subject = '', ...more] = words;
  if (more.length > 0) throw new AppError('INVALID', `“${more[0]}” is one word too many: quote a long name.`);
  if (what === 'list' && !subject) return list;
  if (what === 'end' && subject) return ({ db }) => end(db, subject);
  if (what === 'create') {
    const input = { name: named(subject), role: roleOf(options.role), expiresAt: endAfter(options.days) };
    return ({ db }) => create(db, input);
  }
  throw new AppError(
    'INVALID',
    'Say what to do: token create NAME --role ROLE, token list, or token end ID.',
  );
}

async function create(
  db: Database['db'],
  input: { name: string; role: Role; expiresAt: Date | null },
): Promise<void> {
  const { createApiToken } = await import('#lib/auth/api-token.ts');
  const made = await db.$transaction((tx) => createApiToken(tx, input, systemActor('cli')));
  console.error(`The API token “${input.name}” (id ${made.id}). Keep it now: it is not shown again.`);
  console.log(made.token);
}

async function list({ db }: Database): Promise<void> {
  const tokens = await db.apiToken.findMany({ orderBy: { createdAt: 'asc' } });
  for (const { id, role, name, createdAt, lastUsedAt, expiresAt, endedAt } of tokens) {
    const end = endedAt
      ? `ended ${day(endedAt)}`
      : expiresAt
        ? `ends by itself ${day(expiresAt)}`
        : 'has no end';
    const used = lastUsedAt ? `last used ${day(lastUsedAt)}` : 'never used';
    console.log(`${id}  ${role.padEnd(8)}  made ${day(createdAt)}, ${used}, ${end}  ${name}`);
  }
  if (tokens.length === 0) console.log('There is no API token yet.');
}

async function end(db: Database['db'], id: string): Promise<void> {
  const { endApiToken } = await import('#lib/auth/end-api-token.ts');
  const name = await db.$transaction((tx) => endApiToken(tx, id, { actor: systemActor('cli') }));
  console.log(`The API token “${name}” has ended.`);
}

function named(text: string): string {
  const name = text.trim();
  if (name.length >= 1 && name.length <= 120) return name;
  throw new AppError('INVALID', 'Give the token a name of 1 to 120 characters, which says what uses it.');
}

function roleOf(text = ''): Role {
  if (isRole(text)) return text;
  throw new AppError('INVALID', `--role must be one of ${roles.join(', ')}.`);
}

function endAfter(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= longestDays)
    return new Date(Date.now() + days * 86_400_000);
  throw new AppError('INVALID', `--days must be a whole number from 1 to ${longestDays}, not “${text}”.`);
}

/** A date in UTC: 2026-03-01. */
function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}
