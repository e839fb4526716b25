import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { limitedBody } from '#lib/http/limited-body.ts';
import type { BulkContext } from './bulk-context.ts';
import { createBulkOfFile } from './create-bulk.ts';

const mostBytes = 10 * 1024 * 1024;

const paramsSchema = z.object({
  connection: z.guid('Give the id of an Enerflo account.'),
  operation: z.string('Give the name of an operation.').min(1).max(100),
  name: z.string().max(200).optional(),
  zone: z.string().max(60).optional(),
});

/**
 * Takes in a CSV file and answers 201 `{"id"}`: the bulk, which waits for its columns to be matched. Throws AppError
 * INVALID, TOO_LARGE past 10 MB, and as `createBulkOfFile`.
 */
export async function uploadBulk(context: BulkContext, request: Request): Promise<Response> {
  const given = paramsSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!given.success) {
    const fields = given.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message }));
    throw new AppError('INVALID', 'The account and the operation must be chosen first.', { fields });
  }
  const { connection, operation, name, zone } = given.data;
  const id = await createBulkOfFile(
    context,
    { connectionId: connection, operation, name, timeZone: zone },
    await bytesOf(request),
  );
  return Response.json({ id }, { status: 201, headers: { 'cache-control': 'no-store' } });
}

async function bytesOf(request: Request): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array();
  const tooLarge = () =>
    new AppError(
      'TOO_LARGE',
      'The file is larger than 10 MB. Split it, or remove columns that are not needed.',
    );
  return new Uint8Array(await new Response(limitedBody(request.body, mostBytes, tooLarge)).arrayBuffer());
}
