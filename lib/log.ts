import pino from 'pino';
import { env } from './env.ts';

/** Names under which a secret could slip into a log line, at the first two levels. */
const secretNames = [
  'authorization',
  'cookie',
  'set-cookie',
  'api-key',
  'password',
  'secret',
  'token',
  'key',
  'code',
];
const redact = secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.headers["${name}"]`]);

declare global {
  var heliographLog: pino.Logger | undefined;
}

/** The logger of this process: JSON lines on stdout, secrets masked. Payloads and addresses with keys are never logged. */
export function log(): pino.Logger {
  globalThis.heliographLog ??= pino({
    level: env().LOG_LEVEL,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: redact, censor: '•••' },
    formatters: { level: (label) => ({ level: label }) },
  });
  return globalThis.heliographLog;
}
