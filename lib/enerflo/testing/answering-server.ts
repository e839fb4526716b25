import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '#lib/json.ts';

export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
  /** `performance.now()` at its arrival. */
  at: number;
};

/** What the server says. Without it the request hangs. */
export type Told = {
  status?: number;
  headers?: Record<string, string>;
  json?: Json;
  text?: string;
  /** Closes the connection: before the head, or within the body. */
  cut?: 'head' | 'body';
};

export type AnsweringServer = {
  url: string;
  /** `127.0.0.1:PORT`, as an allow list has it. */
  host: string;
  asked: Asked[];
  close: () => Promise<void>;
};

/** A real HTTP server on loopback that answers as it is told, and remembers what it was asked. */
export async function startAnsweringServer(
  answer: (asked: Asked) => Told | null | Promise<Told | null>,
): Promise<AnsweringServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void take(request).then(async (one) => {
      asked.push(one);
      const told = await answer(one);
      if (told) tell(response, told);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function take(request: IncomingMessage): Promise<Asked> {
  const at = performance.now();
  const url = new URL(request.url ?? '/', 'http://server');
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const { method = 'GET', headers } = request;
  return { method, path: url.pathname, query: url.searchParams, headers, body, at };
}

function tell(response: ServerResponse, { status = 200, headers = {}, json, text = '', cut }: Told): void {
  if (cut === 'head') {
    response.destroy();
    return;
  }
  const body = json === undefined ? text : JSON.stringify(json);
  response.writeHead(status, {
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
    'content-length': String(Buffer.byteLength(body) + (cut ? 100 : 0)),
  });
  if (!cut) response.end(body);
  else response.write(body, () => response.destroy());
}
