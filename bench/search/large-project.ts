import type { JsonObject } from '#lib/json.ts';
import { projectSubmitted } from '../ingest/project-submitted.ts';
import { type Seeded, seeded } from '../seeded.ts';
import type { Homeowner } from './homeowner.ts';

const marks = {
  deal: 'd00dea11-0000-4000-a000-000000000000',
  customer: 'c0570000-0000-4000-a000-000000000000',
};

type Template = { bytes: Buffer; digits: readonly number[] };
let templates: readonly Template[] | undefined;

/**
 * A body of about 70 KB. Making one takes milliseconds, so each is one of 24 with other digits in every id and number:
 * the names of adders recur, as a company's do, and all else is new.
 */
export function largeProject(made: Seeded, of: Homeowner): JsonObject {
  templates ??= Array.from({ length: 24 }, (_, index) => template(index));
  const { bytes, digits } = templates[made.int(0, templates.length - 1)] ?? template(0);
  const copy = Buffer.from(bytes);
  for (const place of digits) copy[place] = made.int(48, 57);
  const body: { payload: { [key: string]: JsonObject } } & JsonObject = JSON.parse(copy.toString('latin1'));
  const { deal, customer } = body.payload;
  Object.assign(deal ?? {}, { id: of.dealUuid, shortCode: of.shortCode });
  Object.assign(customer ?? {}, {
    id: of.customerUuid,
    firstName: of.firstName,
    lastName: of.lastName,
  });
  return body;
}

/** A body with the places of the digits that may be others: those of numbers but their first, and of ids. */
function template(seed: number): Template {
  const text = projectSubmitted(seeded(seed), marks, 70_000);
  const places = [...text.matchAll(/[:[,]-?\d[\d.]+|[\da-f-]{36}|Expires=1\d+/g)].flatMap((match) =>
    [...match[0]].flatMap((sign, offset) =>
      offset > (match[0].startsWith('E') ? 8 : 2) && /\d/.test(sign) ? [match.index + offset] : [],
    ),
  );
  return { bytes: Buffer.from(text, 'latin1'), digits: places };
}
