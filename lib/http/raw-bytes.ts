import { AppError } from '#lib/errors.ts';
import { idSchema } from './contract-base.ts';

/** Bytes exactly as they were kept, as a download that no browser will try to show or run. Throws NOT_FOUND. */
export async function rawBytes(
  name: string,
  read: (id: string) => Promise<Uint8Array<ArrayBuffer>>,
  id: string,
): Promise<Response> {
  if (!idSchema.safeParse(id).success) throw new AppError('NOT_FOUND', 'There is nothing with this id.');
  return new Response(await read(id), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}.bin"`,
      'x-content-type-options': 'nosniff',
      'content-encoding': 'identity',
      'cache-control': 'private, no-store',
    },
  });
}
