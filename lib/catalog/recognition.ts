import type { JsonObject } from '#lib/json.ts';
import type { Envelope, EventType, Recognition, Source } from './event-type.ts';

/** Names are far shorter at every vendor; the type of an event has to fit an index and a line of a list. */
const LONGEST_NAME = 120;

/** A name as it can be kept: without control characters and white space around it, cut; null where nothing is left. */
export function cleanName(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  // Only the beginning is looked at, so that a name of megabytes costs nothing.
  const clean = name
    .slice(0, 4 * LONGEST_NAME)
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, LONGEST_NAME);
  return clean.toWellFormed() || null;
}

/** What is seen of a body whose type the catalog has. */
export function known(
  entry: EventType,
  envelope: Envelope,
  core: JsonObject,
  warnings: string[] = [],
): Recognition {
  return { type: entry.name, known: true, entry, envelope, core, warnings };
}

/** What is seen of a body whose type the catalog has not. */
export function unknown(type: string, envelope: Envelope, core: JsonObject, warnings: string[]): Recognition {
  return { type, known: false, entry: null, envelope, core, warnings };
}

/** What is seen of a list, a text or a number: nothing can be read from it. */
export function notAnObject(source: Source): Recognition {
  return unknown(`${source}.unnamed`, 'none', {}, [
    'The body is not a JSON object, so nothing can be read from it.',
  ]);
}

/** The one entry that claims the body by its keys; null where none does, or several do. */
export function onlyClaim(entries: readonly EventType[], core: JsonObject): EventType | null {
  const claims = entries.filter((entry) => entry.claims(core));
  return claims.length === 1 ? (claims[0] ?? null) : null;
}
