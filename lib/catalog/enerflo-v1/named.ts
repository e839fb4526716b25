import type { JsonObject } from '#lib/json.ts';
import { textAt } from '../keys.ts';

/**
 * Whether an Enerflo 1.0 body names itself so. Several types have the very same keys (`new_customer` and
 * `update_customer`, all of the installs): among those only the name tells, and without one nobody claims the body.
 */
export function isNamed(core: JsonObject, name: string): boolean {
  return (textAt(core, 'webhook_event') ?? textAt(core, 'eventName')) === name;
}
