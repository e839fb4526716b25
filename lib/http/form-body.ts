import { AppError } from '#lib/errors.ts';
import { limitedBody } from './limited-body.ts';

/** A thousand ids with their names. */
const mostBytes = 64 * 1024;

/** The fields of a form as a browser sends it (`application/x-www-form-urlencoded`). Throws TOO_LARGE past 64 KB. */
export async function formBody(request: Request): Promise<URLSearchParams> {
  if (!request.body) return new URLSearchParams();
  const tooLarge = () =>
    new AppError('TOO_LARGE', 'The form is larger than 64 KB. Choose fewer, or use a filter.');
  return new URLSearchParams(await new Response(limitedBody(request.body, mostBytes, tooLarge)).text());
}
