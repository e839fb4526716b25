import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { createSender } from './sender.ts';

type Told = { status: number; after?: number };
const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** A receiver that answers as told, 202 afterwards, and remembers the bodies and how many connections there were. */
async function receiver(told: Told[] = [], port = 0) {
  const bodies: string[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    const { status, after = 0 } = told.shift() ?? { status: 202 };
    const body = await text(request);
    setTimeout(() => {
      bodies.push(body);
      response.writeHead(status).end('{"status":"accepted"}');
    }, after);
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  closings.push(close);
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  return { url, bodies, connections: () => connections, close };
}

function sender(options: Parameters<typeof createSender>[0] = {}) {
  const made = createSender({ waits: [5, 5, 50, 200], ...options });
  closings.push(made.close);
  return made;
}

test('sends everything over few connections and counts it by type', async () => {
  const { url, bodies, connections } = await receiver();
  const { send, idle, counts } = sender({ atOnce: 3 });
  for (let number = 0; number < 60; number++)
    send({ to: url, type: number % 2 ? 'odd' : 'even', body: `${number}` });
  await idle();
  expect(bodies.map(Number).sort((one, other) => one - other)).toEqual([...Array(60).keys()]);
  expect(connections()).toBeLessThanOrEqual(3);
  expect(counts()).toEqual({
    even: { sent: 30, answered: 30, refused: 0, failed: 0, again: 0 },
    odd: { sent: 30, answered: 30, refused: 0, failed: 0, again: 0 },
  });
});

test('posts of one lane arrive in order, however slow one of them is, and hold nothing else up', async () => {
  const { url, bodies } = await receiver([{ status: 202, after: 60 }]);
  const { send, idle } = sender();
  for (const body of ['a1', 'a2', 'a3']) send({ to: url, type: 't', body, lane: 'a' });
  send({ to: url, type: 't', body: 'b1', lane: 'b' });
  await idle();
  expect(bodies).toEqual(['b1', 'a1', 'a2', 'a3']);
});

test('tries again after 5xx, and not after a refusal', async () => {
  const { url, bodies } = await receiver([
    { status: 503 },
    { status: 500 },
    { status: 202 },
    { status: 401 },
  ]);
  const { send, idle, counts } = sender();
  send({ to: url, type: 't', body: 'one' });
  await idle();
  send({ to: url, type: 't', body: 'two' });
  await idle();
  expect(bodies).toEqual(['one', 'one', 'one', 'two']);
  expect(counts()).toEqual({ t: { sent: 2, answered: 1, refused: 1, failed: 0, again: 2 } });
});

test('a receiver that starts again meanwhile gets everything; one that stays away is given up', async () => {
  const first = await receiver();
  const { port } = new URL(first.url);
  first.close();
  const { send, idle, counts } = sender();
  send({ to: first.url, type: 't', body: 'kept' });
  const second = await receiver([], Number(port));
  await idle();
  expect(second.bodies).toEqual(['kept']);
  second.close();
  send({ to: first.url, type: 't', body: 'lost' });
  await idle();
  expect(counts().t).toMatchObject({ sent: 2, answered: 1, failed: 1 });
});
