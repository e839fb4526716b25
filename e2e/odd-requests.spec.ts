import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from './fixtures.ts';
import { customer } from './samples.ts';

type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: string };

/** A request that goes out exactly as it stands here: fetch would mend its address and its headers. */
async function ask(url: string, { method = 'GET', path, headers, body }: Asked) {
  const { hostname, port } = new URL(url);
  const sent = request({ hostname, port, method, path, headers });
  sent.end(body);
  const [answer] = await once(sent, 'response');
  return {
    status: answer.statusCode,
    type: answer.headers['content-type'],
    body: JSON.parse(await text(answer)),
  };
}

test('a sender that offers another protocol, or writes a slash too many, is answered and loses nothing', async ({
  installation,
}) => {
  const { url, keys } = installation;
  const webhook = `/api/webhooks/enerflo/${keys.ENERFLO_WEBHOOK_KEY}`;
  const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
  for (const protocol of ['h2c', 'websocket', 'TLS/1.2']) {
    const headers = { ...post.headers, connection: 'Upgrade, HTTP2-Settings', upgrade: protocol };
    const body = JSON.stringify(customer({ id: 93_001, full_name: `Una ${protocol}` }));
    expect(await ask(url, { ...post, path: webhook, headers, body })).toMatchObject({
      status: 202,
      body: { status: 'accepted' },
    });
  }
  const body = JSON.stringify(customer({ id: 93_002 }));
  expect(await ask(url, { ...post, path: `/${webhook}`, body })).toMatchObject({ status: 202 });
});

test('an address with a % that stands for nothing is told so', async ({ installation }) => {
  for (const path of ['/api/events/%zz', '/events/%E0%A4%A', '/%'])
    expect(await ask(installation.url, { path })).toMatchObject({
      status: 400,
      type: 'application/problem+json',
      body: { code: 'BAD_REQUEST', detail: expect.stringContaining('%') },
    });
});
