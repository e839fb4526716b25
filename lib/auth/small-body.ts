import { AppError } from '#lib/errors.ts';
import { limitedBody } from '#lib/http/limited-body.ts';

/** More than any sign-in needs; a stranger can't make the process hold more. */
const MOST_BYTES = 16 * 1024;

/** The text of a small request body. Stops reading and throws TOO_LARGE past 16 KB; a stated length is not trusted. */
export async function smallBody(request: Request): Promise<string> {
  if (!request.body) return '';
  const body = limitedBody(
    request.body,
    MOST_BYTES,
    () => new AppError('TOO_LARGE', 'The request is larger than 16 KB, more than signing in ever needs.'),
  );
  return new Response(body).text();
}

/** The JSON in a text; BAD_REQUEST where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('BAD_REQUEST', 'The request is not readable JSON.');
  }
}
