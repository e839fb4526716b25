import { randomUUID } from 'node:crypto';
import type { EventType, Source } from '#lib/catalog/event-type.ts';
import { eventTypeNamed } from '#lib/catalog/registry.ts';
import { sampleBody } from '#lib/catalog/sample-body.ts';
import { AppError } from '#lib/errors.ts';
import { isJsonObject, type Json } from '#lib/json.ts';
import { freshen } from './freshen.ts';

/** The key that makes a test unlike every request before. */
const mark = 'heliograph_test';

/**
 * The body of a test: the first sample of the type, with new ids and the present time; for a CRM, whose shapes are its
 * own, a small made-up one. Something in it is like in no other, so that it is never a copy. Throws INVALID where the
 * source has no such type, or the catalog no sample of it.
 */
export function testSample(
  source: Source,
  type: string,
  by: string,
): { vendorName: EventType['vendorName']; body: string } {
  const entry = eventTypeNamed(type);
  if (entry?.source !== source) throw new AppError('INVALID', `This account sends no event named ${type}.`);
  const once = randomUUID();
  if (source === 'crm') {
    const body = { id: `test-${once}`, event: entry.vendorName, [mark]: `Sent by ${by} from Heliograph` };
    return { vendorName: entry.vendorName, body: JSON.stringify(body) };
  }
  const [sample] = entry.samples;
  if (!sample)
    throw new AppError('INVALID', `The catalog has no sample of ${entry.label}: choose another event.`);
  const body = freshen(entry, sampleBody(sample))(0, new Date());
  return { vendorName: entry.vendorName, body: JSON.stringify(marked(body, once)) };
}

/** Enerflo's wrapped forms keep the mark in their outermost object, which no reader looks into. */
function marked(body: Json, once: string): Json {
  return isJsonObject(body) ? { ...body, [mark]: once } : body;
}
