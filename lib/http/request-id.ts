import { uuidv7 } from 'uuidv7';

/** The id of a request in every log line and error: the caller's if it is a plain one, else ours. */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.:-]{1,100}$/.test(header) ? header : uuidv7();
}
