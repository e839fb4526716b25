import { parseArgs } from 'node:util';

export const usage = `A Heliograph with the day of a solar dealer happening in it: webhooks of Enerflo, Sunnova and a CRM come in, flows
deliver to the CRM, and Enerflo can be called. The vendors are stand-ins on this machine, the people made up.

  npm run demo -- [--speed N] [--seed N] [--port N] [--for SECONDS] [--check]

  --speed N      how many times as fast as real life (default 20: ten hours in half an hour; the next day follows)
  --seed N       another number, another day (default 1)
  --port N       port of the console (default 3000, or PORT; a free one where that is taken)
  --for SECONDS  end after so long
  --check        at the end compare what was sent with what the console has; ends with 0 only if all of it is there

It begins anew each time, with a database of its own in DATA_DIR (.data/demo). ADMIN_EMAIL and ADMIN_PASSWORD give the
first admin; without them one is made and printed. The stand-ins listen where SANDBOX_CRM_PORT (4010),
SANDBOX_ENERFLO_PORT (4011) and SANDBOX_SUNNOVA_PORT (4012) say. Ctrl C ends everything.

  npm run demo -- --speed 60 --for 600 --check
`;

export type Options = {
  speed: number;
  seed: number;
  /** Null: until somebody ends it. */
  seconds: number | null;
  check: boolean;
  /** `orAny`: whether another port may be taken where this one is not free. */
  ports: Record<'console' | 'crm' | 'enerflo' | 'sunnova', { port: number; orAny: boolean }>;
  dataDir: string;
  /** Null: one is made. */
  admin: { email: string; password: string } | null;
};

/** Reads the command line and the environment; null where help is asked for. Throws an Error in plain words. */
export function readOptions(args: string[], env: Record<string, string | undefined>): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      speed: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      port: { type: 'string' },
      for: { type: 'string' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  const port = (given: string | undefined, usual: number, name: string) => ({
    port: given ? number(given, name, 0, 65_535) : usual,
    orAny: !given,
  });
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = env;
  if (Boolean(email) !== Boolean(password))
    throw new Error('ADMIN_EMAIL and ADMIN_PASSWORD go together: give both or neither.');
  if (values.check && !values.for) throw new Error('--check needs --for, which says when to compare.');
  return {
    speed: number(values.speed, '--speed', 0.1, 200),
    seed: number(values.seed, '--seed', 0, 2 ** 31),
    seconds: values.for === undefined ? null : number(values.for, '--for', 1, 86_400),
    check: values.check,
    ports: {
      console: port(values.port ?? env.PORT, 3000, '--port'),
      crm: port(env.SANDBOX_CRM_PORT, 4010, 'SANDBOX_CRM_PORT'),
      enerflo: port(env.SANDBOX_ENERFLO_PORT, 4011, 'SANDBOX_ENERFLO_PORT'),
      sunnova: port(env.SANDBOX_SUNNOVA_PORT, 4012, 'SANDBOX_SUNNOVA_PORT'),
    },
    dataDir: env.DATA_DIR || '.data/demo',
    admin: email && password ? { email, password } : null,
  };
}

function number(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new Error(`${name} must be a number from ${least} to ${most}, not “${text}”.`);
}
