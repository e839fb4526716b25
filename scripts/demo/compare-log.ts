import { isJsonObject, parsedJson } from '../sandbox/shared/json.ts';
import type { Compared } from './check.ts';

const errors = new Set(['error', 'fatal']);
/** pino's number for `error`. */
const errorLevel = 50;
const longest = 300;

/**
 * Whether the console logged an error, or something of it crashed. What a vendor does wrong is the state of a delivery,
 * a reading or an action, and never an error in the log: each one there is wrong, whatever the stand-ins did.
 */
export function compareLog(text: string): Compared {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const told = lines.filter(isError);
  return {
    lines: [`The console’s log: ${lines.length} lines, ${told.length} of them errors.`],
    wrong: told.map((line) => `The console logged an error: ${line.slice(0, longest)}`),
  };
}

function isError(line: string): boolean {
  const told = parsedJson(line);
  // Not of our logger: what Node.js or Next.js prints of an error that nobody caught.
  if (!isJsonObject(told)) return /^\s*⨯|^(\[cause\]: )?(Uncaught )?\w*Error\b( \[\w+\])?:/.test(line);
  const { level } = told;
  return typeof level === 'number' ? level >= errorLevel : errors.has(String(level));
}
