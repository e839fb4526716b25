import { recordAudit } from '#lib/audit/audit.ts';
import { requestSource } from '#lib/auth/request-source.ts';
import type { ChangeContext } from '#lib/flows/change-context.ts';
import type { RouteContext } from './route.ts';

/** What is written down of whoever uses a route that is not public: as `changing` for the API's own endpoints. */
export function acting<Params>({ services, actor, request, requestId }: RouteContext<Params>): ChangeContext {
  if (!actor) throw new Error('a public route has nobody who acts');
  const { address } = requestSource(request.headers);
  return { db: services.db, audit: recordAudit, actor, requestId, address: address || null };
}
