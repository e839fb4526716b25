import type { JsonObject } from '#lib/json.ts';
import { hasAny } from '../keys.ts';

/** Whether this is a payload of Enerflo 2.0: each names an organisation and who set it off; 1.0 bodies never do. */
export function isPayload(core: JsonObject): boolean {
  return hasAny(core, 'targetOrg', 'initiatedBy');
}
