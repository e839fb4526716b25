import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Listening = { port: number; url: string; close: () => Promise<void> };

/**
 * A server on 127.0.0.1; port 0 takes any free one. Where handling fails the connection is cut: there is no
 * honest answer but none. Closing ends what still hangs.
 */
export async function listen(
  name: string,
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>,
): Promise<Listening> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      // A sender that went away is no news.
      if (!request.destroyed) console.error(`${name}: ${error instanceof Error ? error.stack : error}`);
      response.destroy();
    });
  });
  // Senders keep connections open for long; ending one that is idle could cut the next request off.
  server.keepAliveTimeout = 60_000;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const bound = address && typeof address === 'object' ? address.port : port;
  return {
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
