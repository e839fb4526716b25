import { timingSafeEqual } from 'node:crypto';
import { Gauge, register } from 'prom-client';
import { env } from '#lib/env.ts';
import { services } from '#lib/runtime/services.ts';
import { route } from './route.ts';

declare global {
  var heliographMetrics: boolean | undefined;
}

/** The state of the queues, registered once a process. */
function registerOnce(): void {
  if (globalThis.heliographMetrics) return;
  globalThis.heliographMetrics = true;
  new Gauge({
    name: 'heliograph_waiting',
    help: 'Events not yet applied, and deliveries not yet settled',
    labelNames: ['what'],
    async collect() {
      const { rows } = await services().pool.query<{ events: number; deliveries: number }>(
        `SELECT (SELECT count(*)::int FROM event_state WHERE applied_at IS NULL) AS events,
                (SELECT count(*)::int FROM delivery WHERE state IN ('waiting', 'retrying')) AS deliveries`,
      );
      this.set({ what: 'events' }, rows[0]?.events ?? 0);
      this.set({ what: 'deliveries' }, rows[0]?.deliveries ?? 0);
    },
  });
}

async function answer(): Promise<Response> {
  registerOnce();
  return new Response(await register.metrics(), { headers: { 'content-type': register.contentType } });
}

const forSignedIn = route('admin', answer);
const forToken = route('public', answer);

/** Prometheus' numbers: for the token METRICS_TOKEN, or an API token or session of an admin. */
export function metrics(
  request: Request,
  given: { params: Promise<Record<string, never>> },
): Promise<Response> {
  return bearsMetricsToken(request) ? forToken(request, given) : forSignedIn(request, given);
}

function bearsMetricsToken(request: Request): boolean {
  const wanted = Buffer.from(`Bearer ${env().METRICS_TOKEN ?? ''}`);
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  return (
    env().METRICS_TOKEN !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted)
  );
}
