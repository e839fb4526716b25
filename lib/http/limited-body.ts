import type { AppError } from '#lib/errors.ts';

/**
 * The same body, read on demand, which fails with `tooLarge` as soon as more than `most` bytes have come. A stated
 * length is not trusted, and nothing is kept.
 */
export function limitedBody(
  body: ReadableStream<Uint8Array>,
  most: number,
  tooLarge: () => AppError,
): ReadableStream<Uint8Array> {
  let size = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        size += chunk.byteLength;
        if (size > most) throw tooLarge();
        controller.enqueue(chunk);
      },
    }),
  );
}
