import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};
/** Answers a request; what it keeps of it is its own affair. */
export type Answer = (response: ServerResponse, received: Received, count: number) => void;

/** A stand-in CRM on loopback that remembers every request it read in full, before it answers. */
export async function startReceiver(answer: Answer = (response) => response.end('{}')) {
  const received: Received[] = [];
  const waiting: { count: number; done: () => void }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
    received.push(one);
    for (const { count, done } of waiting) if (received.length >= count) done();
    answer(response, one, received.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/contacts`,
    received,
    /** Resolves once so many requests have come. */
    until: (count: number) =>
      new Promise<void>((done) => {
        if (received.length >= count) done();
        else waiting.push({ count, done });
      }),
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
