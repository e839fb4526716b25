import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { plainHeaders } from '../shared/plain-headers.ts';
import type { Rule } from './behaviour.ts';
import { bodyOf } from './body-of.ts';
import type { Ledger } from './ledger.ts';
import type { Received, ReceivedList } from './received.ts';

type Context = { rule: Rule | null; received: ReceivedList; ledger: Ledger | null };

/** Takes one write as the rule says: without one it is stored (ledger first) and answered 201 with its new id. */
export async function takeRecord(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const { rule, received, ledger } = context;
  const record: Received = {
    id: randomUUID(),
    receivedAt: new Date().toISOString(),
    method: request.method ?? '',
    path: request.url ?? '',
    headers: plainHeaders(request),
    body: await bodyOf(request),
  };
  if (rule?.slow) await wait(rule.slow);
  if (rule?.hang) return;
  if (rule?.cut === 'before-store') {
    response.destroy();
    return;
  }
  const status = rule?.answer ?? 201;
  if (rule?.retryAfter !== undefined) response.setHeader('retry-after', rule.retryAfter);
  response.setHeader('content-type', 'application/json');
  if (status >= 400) {
    response.writeHead(status).end(JSON.stringify({ error: `The stand-in was told to answer ${status}.` }));
    return;
  }
  await ledger?.append(record);
  received.add(record);
  if (rule?.cut === 'after-store') response.destroy();
  else response.writeHead(status).end(JSON.stringify({ id: record.id }));
}
