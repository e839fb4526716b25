import type { EventType } from '#lib/catalog/event-type.ts';
import { repairSunnova } from '#lib/catalog/sunnova/repair.ts';
import { freshen } from '#lib/connections/freshen.ts';
import { AppError } from '#lib/errors.ts';
import type { Json } from '#lib/json.ts';
import { changeFields, valuesSet } from './change-fields.ts';

/**
 * The text of each request, by its number from 0 on. An untouched sample goes out as it was printed, byte for byte; what a
 * setting (`path=value`) names has that value in each, also where the rest is `fresh`.
 */
export function bodiesFrom(
  entry: EventType,
  text: string,
  how: { settings: string[]; fresh: boolean },
): (number: number) => string {
  if (how.settings.length === 0 && !how.fresh) return () => text;
  const body = changeFields(parse(text), how.settings);
  if (!how.fresh) return () => JSON.stringify(body);
  const make = freshen(entry, body, valuesSet(how.settings));
  return (number) => JSON.stringify(make(number, new Date()));
}

/** Some printed samples are nearly JSON. */
function parse(text: string): Json {
  const mended = repairSunnova(text);
  if (mended.ok) return JSON.parse(mended.text);
  throw new AppError(
    'INVALID',
    'The body is not JSON, so its fields cannot be changed: send it once, or with --same.',
  );
}
