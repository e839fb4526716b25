import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Listening, listen } from '../shared/listen.ts';
import { createRuleQueue } from '../shared/rule-queue.ts';
import { type Rule, rulesSchema } from './behaviour.ts';
import { bodyOf } from './body-of.ts';
import { openLedger } from './ledger.ts';
import { page } from './page.ts';
import { createReceivedList } from './received.ts';
import { takeRecord } from './take-record.ts';

export type Crm = Listening;

/**
 * Starts the stand-in CRM on 127.0.0.1. With `ledgerFile` every stored request is also appended there, synced
 * before the answer. Port 0 takes any free one.
 */
export async function startCrm({ port, ledgerFile }: { port: number; ledgerFile?: string }): Promise<Crm> {
  const received = createReceivedList();
  const behaviour = createRuleQueue<Rule>();
  const ledger = ledgerFile === undefined ? null : await openLedger(ledgerFile);

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sandbox');
    const asked = `${request.method} ${pathname}`;
    if (/^(POST|PUT|PATCH) \/records(\/|$)/.test(asked)) {
      return takeRecord(request, response, { rule: behaviour.next(), received, ledger });
    }
    switch (asked) {
      case 'GET /':
        response.setHeader('content-type', 'text/html; charset=utf-8');
        return response.end(page(received.count(), received.list(100), behaviour.show()));
      case 'GET /received':
        return answer(
          response,
          200,
          received.list(Number(searchParams.get('limit') ?? 100), searchParams.get('since') ?? undefined),
        );
      case 'GET /received/count':
        return answer(response, 200, { count: received.count() });
      case 'DELETE /received':
        received.clear();
        return answer(response, 200, { count: 0 });
      case 'GET /behave':
        return answer(response, 200, behaviour.show());
      case 'DELETE /behave':
        behaviour.reset();
        return answer(response, 200, []);
      case 'POST /behave': {
        const rules = rulesSchema.safeParse(await bodyOf(request));
        if (!rules.success) return answer(response, 422, { error: rules.error.issues[0]?.message });
        behaviour.add(rules.data);
        return answer(response, 200, behaviour.show());
      }
      default:
        return answer(response, 404, { error: `Nothing at ${asked}. Records go to POST /records.` });
    }
  };

  const server = await listen('Stand-in CRM', port, handle);
  return {
    ...server,
    close: async () => {
      await server.close();
      await ledger?.close();
    },
  };
}

function answer(response: ServerResponse, status: number, body: unknown) {
  return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
