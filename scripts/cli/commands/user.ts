import { parseArgs } from 'node:util';
import { systemActor } from '#lib/audit/audit.ts';
import { emailSchema, personNameSchema } from '#lib/auth/credentials.ts';
import type { MadeLink } from '#lib/auth/one-time-link.ts';
import { isRole, type Role, roles } from '#lib/auth/roles.ts';
import type { Database } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { Command } from '../command.ts';

/** Manages the people, as the page People does. */
export const user: Command = {
  name: 'user',
  summary: 'list, invite, reset, deactivate people, change their role',
  help: `Manages the people who have an account, as the page People does; for whoever cannot sign in there.

  npm run cli -- user list
  npm run cli -- user invite EMAIL --name NAME --role ROLE
  npm run cli -- user reset EMAIL
  npm run cli -- user role EMAIL ROLE
  npm run cli -- user deactivate EMAIL
  npm run cli -- user reactivate EMAIL
  npm run cli -- user second-factor off EMAIL

  ROLE          what they may do: ${roles.join(', ')} (each may all that those before it may)

invite and reset print a one-time link, once, by itself on standard output: hand it over by a way that only that
person reads. An invitation counts for 7 days, a reset for 24 hours; a new link ends the one before. After a reset the
old password works until the link is used. reset of somebody who has not chosen a password yet invites anew.
deactivate signs somebody out everywhere at once. The last admin can neither be deactivated nor lose the role.
second-factor off is for somebody who lost phone and recovery codes: make sure that it is they who ask.

The link begins with PUBLIC_URL, so set it here as for the running Heliograph.
It needs DATABASE_URL, or the running Heliograph whose data lies in DATA_DIR (.data).

  npm run cli -- user invite ben@example.com --name "Ben Sample" --role operator
  npm run cli -- user role ben@example.com editor
`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { name: { type: 'string' }, role: { type: 'string' } },
    });
    const work = workFor(positionals, values);
    // Loaded here, so that the other commands start without a database client.
    const { openRunningDatabase } = await import('../open-running-database.ts');
    const database = await openRunningDatabase();
    try {
      await work(database.db);
    } finally {
      await database.close();
    }
    return 0;
  },
};

type Db = Database['db'];
type Work = (db: Db) => Promise<void>;
type Options = { name?: string; role?: string };

const by = { actor: systemActor('cli') };

/** Each thing to do: the words that follow its own, and what they ask for. */
const verbs: Record<string, { words: string[]; prepare: (words: string[], options: Options) => Work }> = {
  list: { words: [], prepare: () => list },
  invite: {
    words: ['EMAIL'],
    prepare: ([email], { name, role }) => {
      const input = { email: emailOf(email), name: nameOf(name), role: roleOf(role, '--role') };
      return (db) => invite(db, input);
    },
  },
  reset: { words: ['EMAIL'], prepare: ([email]) => forOne(email, reset) },
  role: {
    words: ['EMAIL', 'ROLE'],
    prepare: ([email, text]) => {
      const role = roleOf(text, 'ROLE');
      return forOne(email, (db, person) => changeRole(db, person, role));
    },
  },
  deactivate: { words: ['EMAIL'], prepare: ([email]) => forOne(email, deactivate) },
  reactivate: { words: ['EMAIL'], prepare: ([email]) => forOne(email, reactivate) },
  'second-factor off': { words: ['EMAIL'], prepare: ([email]) => forOne(email, endSecondFactor) },
};

/** What the words after `user` ask for; wrong ones are told before a database is opened. */
function workFor(words: string[], options: Options): Work {
  const [first = '', ...rest] = words;
  const what = first === 'second-factor' ? `${first} ${rest.shift() ?? ''}` : first;
  const verb = Object.hasOwn(verbs, what) ? verbs[what] : undefined;
  if (!verb) throw new AppError('INVALID', `Say what to do: user ${Object.keys(verbs).join(', ')}.`);
  if (rest.length !== verb.words.length) {
    throw new AppError('INVALID', `Write it as: user ${[what, ...verb.words].join(' ')}.`);
  }
  return verb.prepare(rest, options);
}

type Person = { id: string; name: string; email: string };

/** The same for the person with this e-mail address. */
function forOne(text: string | undefined, work: (db: Db, person: Person) => Promise<void>): Work {
  const email = emailOf(text);
  return async (db) => {
    const person = await db.user.findUnique({
      where: { email },
      select: { id: true, name: true, email: true },
    });
    if (!person) throw new AppError('NOT_FOUND', `Nobody here has the e-mail address ${email}.`);
    await work(db, person);
  };
}

async function list(db: Db): Promise<void> {
  const { listPeople } = await import('#lib/auth/list-people.ts');
  for (const { email, name, role, state, secondFactor, lastSeenAt } of await listPeople(db, null)) {
    const seen = lastSeenAt ? `last seen ${lastSeenAt.slice(0, 10)}` : 'never seen';
    const factor = secondFactor ? 'second factor on' : 'no second factor';
    console.log(`${email}  ${role.padEnd(8)}  ${state}, ${factor}, ${seen}  ${name}`);
  }
}

async function invite(db: Db, input: { email: string; name: string; role: Role }): Promise<void> {
  const { invitePerson } = await import('#lib/auth/invite-person.ts');
  const { link } = await invitePerson(db, input, by);
  printLink(link, input.name);
}

async function reset(db: Db, { id, name }: Person): Promise<void> {
  const { makePasswordLink } = await import('#lib/auth/make-password-link.ts');
  printLink(await makePasswordLink(db, id, by), name);
}

/** The link alone on standard output, so that it can be piped; what to know about it beside it. */
function printLink({ url, expiresAt }: MadeLink, name: string): void {
  const until = `${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  console.error(
    `The link with which ${name} chooses a password, once, until ${until}. It is not shown again.`,
  );
  console.log(url);
}

async function changeRole(db: Db, { id, name }: Person, role: Role): Promise<void> {
  const { changePerson } = await import('#lib/auth/change-person.ts');
  await changePerson(db, id, { role }, by);
  console.log(`${name} has the role ${role}.`);
}

async function deactivate(db: Db, { id, name }: Person): Promise<void> {
  const { deactivatePerson } = await import('#lib/auth/deactivate-person.ts');
  await deactivatePerson(db, id, by);
  console.log(`${name} is deactivated and signed out everywhere.`);
}

async function reactivate(db: Db, { id, name }: Person): Promise<void> {
  const { reactivatePerson } = await import('#lib/auth/reactivate-person.ts');
  await reactivatePerson(db, id, by);
  console.log(`${name} can sign in again.`);
}

async function endSecondFactor(db: Db, { id, name }: Person): Promise<void> {
  const { endSecondFactorOf } = await import('#lib/auth/end-second-factor.ts');
  await endSecondFactorOf(db, id, by);
  console.log(`The second factor of ${name} is off.`);
}

function emailOf(text = ''): string {
  const parsed = emailSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError('INVALID', `“${text}” is no e-mail address, such as name@example.com.`);
}

function nameOf(text = ''): string {
  const parsed = personNameSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError('INVALID', 'Say who it is: --name "Ben Sample", at most 120 characters.');
}

function roleOf(text = '', where: string): Role {
  if (isRole(text)) return text;
  throw new AppError('INVALID', `${where} must be one of ${roles.join(', ')}.`);
}
