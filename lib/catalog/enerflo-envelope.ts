import type { JsonObject } from '#lib/json.ts';
import type { Envelope } from './event-type.ts';
import { asObject, objectAt, textAt } from './keys.ts';
import { cleanName } from './recognition.ts';

/** An Enerflo body without its wrapping; `name` is null where the body tells none. */
export type Unwrapped = { envelope: Envelope; name: string | null; core: JsonObject };

/**
 * Enerflo sends three forms: 2.0 has `event` and `payload`; 1.0 is flat with `webhook_event`, or wrapped in `body`
 * with `eventName` (enerflo guide 1.2, 2, 3.2), which a proxy may have unwrapped. A 2.0 body inside a `body` is
 * unwrapped likewise.
 */
export function unwrapEnerflo(body: JsonObject): Unwrapped {
  const inner = objectAt(body, 'body');
  return (
    v2(body) ??
    flat(body) ??
    (inner && (v2(inner) ?? wrapped(inner))) ??
    unwrapped(body) ??
    nameless(body, inner)
  );
}

function v2(body: JsonObject): Unwrapped | null {
  const name = nameAt(body, 'event');
  // A payload that is no object is an empty one: the event is still told by its name.
  if (name === null || !Object.hasOwn(body, 'payload')) return null;
  return { envelope: 'v2', name, core: asObject(body.payload) ?? {} };
}

function flat(body: JsonObject): Unwrapped | null {
  const name = nameAt(body, 'webhook_event');
  return name === null ? null : { envelope: 'v1-flat', name, core: body };
}

function wrapped(inner: JsonObject): Unwrapped | null {
  const name = nameAt(inner, 'eventName') ?? nameAt(inner, 'webhook_event');
  return name === null ? null : { envelope: 'v1-wrapped', name, core: inner };
}

function unwrapped(body: JsonObject): Unwrapped | null {
  const name = nameAt(body, 'eventName');
  return name === null ? null : { envelope: 'v1-unwrapped', name, core: body };
}

function nameless(body: JsonObject, inner: JsonObject | null): Unwrapped {
  const payload = objectAt(body, 'payload');
  if (payload) return { envelope: 'v2', name: null, core: payload };
  if (inner) return { envelope: 'v1-wrapped', name: null, core: inner };
  return { envelope: 'none', name: nameAt(body, 'event'), core: body };
}

function nameAt(body: JsonObject, key: string): string | null {
  return cleanName(textAt(body, key));
}
