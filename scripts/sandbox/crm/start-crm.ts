import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createBehaviour, rulesSchema } from './behaviour.ts';
import { bodyOf } from './body-of.ts';
import { openLedger } from './ledger.ts';
import { page } from './page.ts';
import { createReceivedList } from './received.ts';
import { takeRecord } from './take-record.ts';

export type Crm = { port: number; url: string; close: () => Promise<void> };

/**
 * Starts the stand-in CRM on 127.0.0.1. With `ledgerFile` every stored request is also appended there, synced
 * before the answer. Port 0 takes any free one.
 */
export async function startCrm({ port, ledgerFile }: { port: number; ledgerFile?: string }): Promise<Crm> {
  const received = createReceivedList();
  const behaviour = createBehaviour();
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

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      // The sender went away, or the ledger can't be written: either way there is no honest answer but none.
      if (!request.destroyed) console.error(`Stand-in CRM: ${error}`);
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
      await ledger?.close();
    },
  };
}

function answer(response: ServerResponse, status: number, body: unknown) {
  return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
