import { isJsonObject, type Json } from '#lib/json.ts';
import type { Recognition, Source } from './event-type.ts';
import { recogniseCrm } from './recognise-crm.ts';
import { recogniseEnerflo } from './recognise-enerflo.ts';
import { recogniseSunnova } from './recognise-sunnova.ts';
import { cleanName, notAnObject } from './recognition.ts';

/**
 * Which type of event a parsed body is. `name` is what came beside the body, if anything: `?event=` or a header for
 * Enerflo and a CRM, the word in the URL for Sunnova. Every body gets a type; one that nobody knows keeps the name
 * that came and is not `known`. Pure, and never throws.
 */
export function recognise({
  source,
  name,
  body,
}: {
  source: Source;
  name?: string | null;
  body: Json;
}): Recognition {
  if (!isJsonObject(body)) return notAnObject(source);
  const hint = cleanName(name);
  if (source === 'enerflo') return recogniseEnerflo(body, hint);
  if (source === 'sunnova') return recogniseSunnova(body, hint);
  return recogniseCrm(body, hint);
}
