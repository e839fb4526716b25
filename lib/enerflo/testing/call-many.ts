import { openDatabase } from '#lib/db/database.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { openEnerfloAccount } from '../open-enerflo-account.ts';

/** What a process of `call-many.ts` is told as its only argument, in JSON. */
export type ManyCalls = {
  url: string;
  secretKey: string;
  connectionId: string;
  first: number;
  calls: number;
  /** So far this process's clock is ahead, in milliseconds. */
  clockMs: number;
};

/**
 * A process of its own that makes many bulk calls at once, as soon as it is sent a message, and tells how each ended.
 * For the test of the limit.
 */
const { url, secretKey, connectionId, first, calls, clockMs }: ManyCalls = JSON.parse(
  process.argv[2] ?? '{}',
);
setClock(clockMs);
const { db, pool, close } = openDatabase(url, { connections: 4, name: 'many calls' });
const account = await openEnerfloAccount({ db, pool, box: openSecretBox(secretKey) }, connectionId);
process.send?.('ready');
await new Promise((resolve) => process.once('message', resolve));
const results = await Promise.all(
  Array.from({ length: calls }, (_, index) =>
    account.call(
      {
        method: 'POST',
        path: `/api/v3/installs/${first + index}/notes`,
        body: { body: `Note ${first + index}` },
      },
      { share: 'bulk', patienceMs: 600_000 },
    ),
  ),
);
await closeOutbound();
await close();
process.send?.(results.map((result) => (result.ok ? 'ok' : `${result.code} ${result.said ?? ''}`)));
process.disconnect?.();

/** Processes run on machines whose clocks disagree. */
function setClock(aheadMs: number): void {
  const right = Date;
  const now = () => right.now() + aheadMs;
  globalThis.Date = new Proxy(right, {
    construct: (_, given, asked) => Reflect.construct(right, given.length === 0 ? [now()] : given, asked),
    get: (_, name) => (name === 'now' ? now : Reflect.get(right, name)),
  });
}
