import { escaped } from '../shared/escaped.ts';
import type { Standing } from './answering/answer-api.ts';
import type { Received, ReceivedList } from './answering/received.ts';

function row({ receivedAt, method, path, status, body }: Received): string {
  const cells = [receivedAt, `${method} ${path}`, status === null ? 'none' : String(status)];
  const text = `<pre>${escaped(body.slice(0, 2_000))}</pre>`;
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}<td>${text}</td></tr>`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
}

/** A page for a person: what it knows, what came, newest first, and how it behaves. It reloads itself. */
export function page({ state, settings, limiter, rules }: Standing, received: ReceivedList): string {
  const waiting = state.waitingDeals().length;
  const known = [
    `${state.customers.size} leads and customers, ${state.deals.size} deals, ${state.installs.size} installs`,
    `${waiting} submitted deals wait for their install (POST /_stand-in/approve makes them appear)`,
    `${state.notes.size} notes, ${state.appointments.size} appointments, ${state.changeOrders.size} change orders`,
    `${state.users.size} users in ${state.companies.size} companies; its clock says ${state.now().toISOString()}`,
  ];
  const { requests, seconds } = settings.limit;
  const limits = limiter
    .report()
    .map((one) => `${one.key}: ${one.now} now, ${one.greatest} at most, ${one.refused} refused with 429`);
  const behaves = rules.show().map((rule) => JSON.stringify(rule));
  const newest = received.list(100).toReversed();
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="3">
<title>Stand-in Enerflo</title>
<style>
  body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem; color: #222; background: #fff; }
  table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .4rem .8rem; border-top: 1px solid #ddd; }
  pre { margin: 0; white-space: pre-wrap; } h2 { font-size: 1rem; margin-bottom: 0; }
</style>
<h1>Stand-in Enerflo</h1>
<h2>What it knows</h2>${list(known)}
<h2>Limit: ${requests} requests of a key in any ${seconds} s</h2>${list(limits.length > 0 ? limits : ['No requests yet'])}
<h2>How it behaves</h2>${list(behaves.length > 0 ? behaves : ['Well'])}
<p>${received.count()} requests came; the newest ${newest.length} below.</p>
<table>
<thead><tr><th>Received (UTC)<th>Request<th>Answer<th>Body</thead>
<tbody>${newest.map(row).join('\n')}</tbody>
</table>
</html>
`;
}
