import type { IncomingMessage } from 'node:http';
import type { Body } from '#lib/ingest/arrival.ts';
import type { Hold } from '#lib/ingest/held-bytes.ts';
import { type BodyLimit, bodyLimit } from '#lib/ingest/limits.ts';

type Outcome = Body | 'gone' | 'full';

/**
 * Reads the body of Node's request. It is counted while it is read, whatever `content-length` says: up to the first
 * byte beyond `bodyLimit`; what is beyond `limit.kept` is counted and dropped. `gone`: the sender hung up before the
 * end, so there is nobody to answer, and nothing whole to keep. `full`: no more may be held in memory now.
 */
export function readRequest(request: IncomingMessage, limit: BodyLimit, hold: Hold): Promise<Outcome> {
  return new Promise((resolve) => {
    if (request.destroyed) return resolve('gone');
    const collector = collect(limit, hold);
    const take = (chunk: Buffer) => {
      const outcome = collector.take(chunk);
      if (outcome === 'more') return;
      request.off('data', take);
      resolve(outcome);
    };
    request.on('data', take);
    request.once('end', () => resolve(collector.body()));
    request.once('close', () => resolve('gone'));
    request.once('error', () => resolve('gone'));
  });
}

/** The same of a web stream. */
export async function readStream(
  stream: ReadableStream<Uint8Array> | null,
  limit: BodyLimit,
  hold: Hold,
): Promise<Outcome> {
  const collector = collect(limit, hold);
  try {
    for await (const chunk of stream ?? []) {
      const outcome = collector.take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      if (outcome !== 'more') return outcome;
    }
  } catch {
    return 'gone';
  }
  return collector.body();
}

function collect({ kept, held }: BodyLimit, hold: Hold) {
  const chunks: Buffer[] = [];
  let keptSize = 0;
  let byteSize = 0;
  const body = (): Body => {
    const [first] = chunks;
    return { bytes: chunks.length === 1 && first ? first : Buffer.concat(chunks), byteSize };
  };
  return {
    take: (chunk: Buffer): Outcome | 'more' => {
      byteSize += chunk.length;
      const wanted = Math.min(chunk.length, kept - keptSize);
      if (wanted > 0) {
        if (!hold.take(wanted, held)) return 'full';
        keptSize += wanted;
        chunks.push(wanted === chunk.length ? chunk : chunk.subarray(0, wanted));
      }
      return byteSize > bodyLimit ? body() : 'more';
    },
    body,
  };
}
