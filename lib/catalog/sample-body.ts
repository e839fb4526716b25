import type { Json } from '#lib/json.ts';
import type { Sample } from './event-type.ts';
import { repairSunnova } from './sunnova/repair.ts';

/** The body of a sample as the catalog sees it: parsed, and mended where it is printed as nearly JSON. */
export function sampleBody(sample: Sample): Json {
  const repaired = repairSunnova(sample.text);
  if (!repaired.ok) throw new Error(`The sample “${sample.title}” cannot be read: ${repaired.reason}`);
  return JSON.parse(repaired.text);
}
