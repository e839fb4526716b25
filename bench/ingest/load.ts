import { type BodySize, createBodies } from './bodies.ts';
import { runConnection } from './connection.ts';

/** What to send: for so many seconds over so many connections, bodies numbered from `firstNumber`. */
export type LoadOrder = {
  port: number;
  path: string;
  connections: number;
  seconds: number;
  size: BodySize;
  firstNumber: number;
};

/** What came of it. Latencies in milliseconds, over all requests. */
export type LoadResult = { sent: number; accepted: number; perSecond: number; p50: number; p99: number };

// A process of its own (forked by ingest.ts), so that making load doesn't share a thread with what is measured.
process.on('message', async (order: LoadOrder) => {
  process.send?.(await run(order));
});
process.on('disconnect', () => process.exit());

async function run({ port, path, connections, seconds, size, firstNumber }: LoadOrder): Promise<LoadResult> {
  const bodies = createBodies(size);
  const took: number[] = [];
  let sent = 0;
  let accepted = 0;
  const began = performance.now();
  const next = () => {
    if (performance.now() - began >= seconds * 1000) return null;
    const body = bodies(firstNumber + sent);
    sent += 1;
    return [Buffer.from(head(port, path, body.length)), body];
  };
  await Promise.all(
    Array.from({ length: connections }, () =>
      runConnection(port, next, (exchange) => {
        took.push(exchange.took);
        if (exchange.status === 202) accepted += 1;
      }),
    ),
  );
  const elapsed = (performance.now() - began) / 1000;
  took.sort((one, other) => one - other);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { sent, accepted, perSecond: took.length / elapsed, p50: at(0.5), p99: at(0.99) };
}

function head(port: number, path: string, length: number): string {
  return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
}
