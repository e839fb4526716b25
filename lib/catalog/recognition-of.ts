import type { Json } from '#lib/json.ts';
import type { Recognition, Source } from './event-type.ts';
import { recognise } from './recognise.ts';
import { eventTypeNamed } from './registry.ts';

/** What is stored of an event that decides how its body is read. */
export type StoredEvent = { source: Source; type: string; known: boolean; payload: Json };

/**
 * A stored event recognised once more, by the type that was settled when it came: the name beside the body that told
 * it is not kept, and the keys alone might speak for another type. One that nobody knew stays unknown, also where
 * its keys are those of a type of the catalog. Pure, and never throws.
 */
export function recognitionOf({ source, type, known, payload }: StoredEvent): Recognition {
  const entry = known ? eventTypeNamed(type) : null;
  const seen = recognise({ source, name: entry?.vendorName ?? null, body: payload });
  return { ...seen, type, known: entry !== null, entry };
}
