import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { parsedJson } from '../shared/json.ts';
import type { Sender } from './sender.ts';
import type { Webhooks } from './start-webhooks.ts';
import { subscriptionSchema } from './subscription.ts';

/**
 * `/_stand-in/webhooks` of the stand-in Enerflo: POST a subscription, GET them with what was sent, DELETE one by its id
 * (`/_stand-in/webhooks/1`). False where the path is another.
 */
export async function answerSubscriptions(
  { webhooks, sender }: { webhooks: Webhooks; sender: Sender },
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<boolean> {
  const id = /^\/_stand-in\/webhooks\/(\w+)$/.exec(pathname)?.[1];
  if (id === undefined && pathname !== '/_stand-in/webhooks') return false;
  const answer = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    return true;
  };
  if (request.method === 'POST' && id === undefined) {
    const given = subscriptionSchema.safeParse(parsedJson(await text(request)));
    if (!given.success) {
      const [issue] = given.error.issues;
      return answer(422, { error: `${issue?.path.join('.')}: ${issue?.message}` });
    }
    return answer(201, webhooks.subscribe(given.data));
  }
  if (request.method === 'DELETE' && id !== undefined) {
    return webhooks.unsubscribe(id) ? answer(200, {}) : answer(404, { error: 'No such subscription.' });
  }
  if (request.method === 'GET' && id === undefined)
    return answer(200, { subscriptions: webhooks.subscriptions(), sent: sender.counts() });
  return answer(405, { error: 'POST, GET, or DELETE with the id.' });
}
