import { escaped } from '../shared/escaped.ts';
import type { Rule } from './behaviour.ts';
import type { Received } from './received.ts';

function row({ receivedAt, method, path, headers, body }: Received): string {
  const cells = [
    receivedAt,
    `${method} ${path}`,
    headers['heliograph-event'] ?? '',
    headers['idempotency-key'] ?? '',
  ];
  const fields = `<pre>${escaped(JSON.stringify(body, null, 2))}</pre>`;
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}<td>${fields}</td></tr>`;
}

/** A page for a person to look at: what came, newest first, and how the stand-in behaves. It reloads itself. */
export function page(count: number, newestLast: readonly Received[], rules: readonly Rule[]): string {
  const behaves =
    rules.length === 0 ? 'It behaves well.' : `It was told to fail: ${escaped(JSON.stringify(rules))}`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="3">
<title>Stand-in CRM</title>
<style>
  body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem; color: #222; background: #fff; }
  table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .4rem .8rem; border-top: 1px solid #ddd; }
  pre { margin: 0; white-space: pre-wrap; }
</style>
<h1>Stand-in CRM</h1>
<p>${count} requests stored; the newest ${newestLast.length} below. ${behaves}</p>
<table>
<thead><tr><th>Received (UTC)<th>Request<th>Heliograph-Event<th>Idempotency-Key<th>Body</thead>
<tbody>${newestLast.toReversed().map(row).join('\n')}</tbody>
</table>
</html>
`;
}
