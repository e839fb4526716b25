import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { sources } from '#lib/catalog/event-type.ts';
import type { ConnectionChange } from '#lib/connections/connection-change.ts';
import {
  credentialKinds,
  overlapSchema,
  overlaps,
  secretKindSchema,
  secretKindsOf,
} from '#lib/connections/connection-kinds.schema.ts';
import {
  connectionNameSchema,
  type MadeSecret,
  usernameSchema,
} from '#lib/connections/connections.contract.ts';
import { AppError } from '#lib/errors.ts';
import { environmentSchema } from '#lib/http/contract-base.ts';
import type { Command } from '../command.ts';

const options = {
  environment: { type: 'string', default: 'production' },
  username: { type: 'string' },
  kind: { type: 'string' },
  keep: { type: 'string', default: '1d' },
  remove: { type: 'boolean', default: false },
} as const;

/** Accounts (in the code: connections): their addresses, keys and passwords. */
export const connection: Command = {
  name: 'connection',
  summary: 'list, add, rotate or switch accounts, and set their API keys',
  help: `Accounts are the companies at Enerflo, Sunnova or a CRM that send to this Heliograph.

  npm run cli -- connection list
  npm run cli -- connection create SOURCE NAME [--environment sandbox] [--username NAME]
  npm run cli -- connection rotate ACCOUNT [--kind KIND] [--keep TIME]
  npm run cli -- connection disable ACCOUNT
  npm run cli -- connection enable ACCOUNT
  npm run cli -- connection key ACCOUNT [--kind KIND] [--remove] < file

  SOURCE               ${sources.join(', ')}
  ACCOUNT              its name, its id, or the last eight characters of its id
  --environment E      production (the default) or sandbox
  --username NAME      Sunnova's Basic user name (made up unless given)
  --kind KIND          rotate: ${credentialKinds.join(', ')} (default: what its first address has)
                       key: ${secretKindSchema.options.join(', ')} (default: the one of the source)
  --keep TIME          how long the old one stays valid beside the new: ${overlapSchema.options.join(', ')} (default 1d)
  --remove             forget the API key

create and rotate print the new address or password by itself on standard output. It is shown once: the
database keeps only a keyed hash. The API key is read from standard input, so that no shell remembers it.
Addresses begin with PUBLIC_URL. It needs DATABASE_URL and SECRET_KEY, or the running Heliograph whose data
lies in DATA_DIR (.data).

  npm run cli -- connection create enerflo "Enerflo East"
  npm run cli -- connection create sunnova "Sunnova test" --environment sandbox --username sunnova-test
  npm run cli -- connection rotate Enerflo --keep 7d
  npm run cli -- connection key Enerflo < api-key.txt
`,
  run: async (args) => {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const work = workFor(positionals, values);
    // Loaded here, so that the other commands start without a database client.
    const { openForChange } = await import('../connection/open-for-change.ts');
    const change = await openForChange();
    try {
      await work(change);
    } finally {
      await change.close();
    }
    return 0;
  },
};

type Work = (change: ConnectionChange) => Promise<void>;
type Given = { environment: string; username?: string; kind?: string; keep: string; remove: boolean };

/** What the words after `connection` ask for; wrong ones are told before a database is opened. */
function workFor(words: string[], given: Given): Work {
  const [what = '', subject = '', name = ''] = words;
  const extra = words[what === 'create' ? 3 : 2];
  if (extra !== undefined)
    throw new AppError('INVALID', `“${extra}” is one word too many: quote a long name.`);
  if (what === 'list' && !subject) return list;
  if (what === 'create' && subject) return create(subject, name, given);
  if (what === 'rotate' && subject) return rotate(subject, given);
  if (what === 'disable' && subject) return setEnabled(subject, false);
  if (what === 'enable' && subject) return setEnabled(subject, true);
  if (what === 'key' && subject) return setKey(subject, given);
  throw new AppError(
    'INVALID',
    'Say what to do: connection list, create SOURCE NAME, rotate ACCOUNT, disable ACCOUNT, enable ACCOUNT, or key ACCOUNT.',
  );
}

const list: Work = async ({ db }) => {
  const { listConnections } = await import('#lib/connections/list-connections.ts');
  const rows = await listConnections(db);
  for (const { id, source, environment, name, disabledAt, lastHeardAt } of rows) {
    const heard = lastHeardAt
      ? `last heard ${lastHeardAt.slice(0, 16).replace('T', ' ')} UTC`
      : 'never heard';
    const state = disabledAt ? 'switched off' : heard;
    console.log(`${id}  ${source.padEnd(7)}  ${environment.padEnd(10)}  ${state.padEnd(33)}  ${name}`);
  }
  if (rows.length === 0) console.log('There is no account yet.');
};

function create(sourceName: string, nameText: string, given: Given): Work {
  const source = sources.find((each) => each === sourceName);
  if (!source) throw new AppError('INVALID', `The source must be one of ${sources.join(', ')}.`);
  const environment = environmentSchema.safeParse(given.environment).data;
  if (!environment) throw new AppError('INVALID', '--environment must be production or sandbox.');
  const name = checked(connectionNameSchema, nameText);
  const username = given.username === undefined ? undefined : checked(usernameSchema, given.username);
  return async (change) => {
    const { createConnection } = await import('#lib/connections/create-connection.ts');
    const { connection, secret } = await createConnection(change, { source, environment, name, username });
    console.error(`The account “${name}” (id ${connection.id}).`);
    show(secret);
  };
}

function rotate(subject: string, given: Given): Work {
  const keep = overlapSchema.safeParse(given.keep).data;
  if (!keep) throw new AppError('INVALID', `--keep must be one of ${overlapSchema.options.join(', ')}.`);
  const kind = credentialKinds.find((each) => each === given.kind);
  if (given.kind !== undefined && !kind)
    throw new AppError('INVALID', `--kind must be one of ${credentialKinds.join(', ')}.`);
  return async (change) => {
    const [{ rotateCredential }, { addAddress }, { getConnection }, account] = await Promise.all([
      import('#lib/connections/rotate-credential.ts'),
      import('#lib/connections/add-address.ts'),
      import('#lib/connections/get-connection.ts'),
      accountOf(change, subject),
    ]);
    const [first] = (await getConnection(change.db, account.id)).addresses;
    if (!first) {
      console.error(`“${account.name}” had no address yet; this is its first.`);
      return show((await addAddress(change, { id: account.id })).secret);
    }
    const usual = account.source === 'sunnova' ? 'password' : 'key';
    const { secret } = await rotateCredential(change, { id: first.id, kind: kind ?? usual, keep });
    console.error(`The one before stays valid beside it: ${overlaps[keep].label}.`);
    show(secret);
  };
}

function setEnabled(subject: string, enabled: boolean): Work {
  return async (change) => {
    const { setConnectionEnabled } = await import('#lib/connections/change-connection.ts');
    const { id, name } = await accountOf(change, subject);
    await setConnectionEnabled(change, { id, enabled });
    console.log(
      `“${name}” is ${enabled ? 'on: its addresses take webhooks' : 'off: its addresses take nothing'}.`,
    );
  };
}

function setKey(subject: string, given: Given): Work {
  const kind = secretKindSchema.safeParse(given.kind).data;
  if (given.kind !== undefined && !kind)
    throw new AppError('INVALID', `--kind must be one of ${secretKindSchema.options.join(', ')}.`);
  return async (change) => {
    const { removeConnectionSecret, setConnectionSecret } = await import(
      '#lib/connections/connection-secrets.ts'
    );
    const { id, name, source } = await accountOf(change, subject);
    const own = kind ?? secretKindsOf(source)[0];
    if (!own) throw new AppError('INVALID', `Accounts of ${source} have no API key.`);
    if (given.remove) {
      await removeConnectionSecret(change, { id, kind: own });
      return console.log(`“${name}” has no ${own} any more.`);
    }
    const value = (await readAll(process.stdin)).trim();
    if (value.length < 4) throw new AppError('INVALID', 'Give the key on standard input: … < api-key.txt');
    await setConnectionSecret(change, { id, kind: own, value });
    console.log(`The ${own} of “${name}” is set.`);
  };
}

async function accountOf({ db }: ConnectionChange, subject: string) {
  const { findAccount } = await import('../connection/find-account.ts');
  return findAccount(db, subject);
}

/** What goes to the sender: the secret alone on standard output, the rest beside it. */
function show({ kind, value, url, username, headerName }: MadeSecret): void {
  if (kind === 'password') console.error(`Address ${url}, user name ${username}, and this password:`);
  else if (kind === 'header') console.error(`The value of the header ${headerName}:`);
  else console.error('Give the sender this address. It holds the key: treat it like a password.');
  console.log(kind === 'key' ? url : value);
  console.error('Keep it now: it is not shown again.');
}

function checked(schema: typeof connectionNameSchema | typeof usernameSchema, text: string): string {
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError('INVALID', `${parsed.error.issues[0]?.message ?? 'This cannot be used'}.`);
}
