import { masksOf } from '#lib/catalog/mask.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import { repairSunnova } from '#lib/catalog/sunnova/repair.ts';
import type { Db } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import { decodeBody } from '#lib/ingest/decode-body.ts';
import { parseJson } from '#lib/ingest/parse-json.ts';
import type { Json } from '#lib/json.ts';
import { pathDifferences } from './event-differences.ts';
import type { CopyDifferences } from './events.contract.ts';
import { eventBytes, getEvent, type StoredDetail } from './get-event.ts';
import type { Seeing } from './list-events.ts';

/**
 * How a further arrival of an event is written differently from the first: not at all, only in white space or the
 * order of keys, or in some of its fields (a file's address signed anew). Throws NOT_FOUND.
 */
export async function copyDifferences(
  db: Db,
  { id, copyId }: { id: string; copyId: string },
  { personal }: Seeing,
): Promise<CopyDifferences> {
  const event = await getEvent(db, id);
  const [first, copy] = await Promise.all([eventBytes(db, id), copyBytes(db, id, copyId)]);
  const sizes = { byteSize: copy.length, firstByteSize: first.length };
  if (Buffer.from(first).equals(Buffer.from(copy)))
    return { how: 'identical', ...sizes, paths: [], morePaths: 0 };
  const [one, other] = await Promise.all([bodyOf(first, event), bodyOf(copy, event)]);
  if (one === null || other === null) return { how: 'unreadable', ...sizes, paths: [], morePaths: 0 };
  const shown = (body: Json) =>
    personal ? body : masksOf({ ...event, payload: body }, personalOf(event)).payload();
  const differences = pathDifferences(one, other, shown(one), shown(other));
  const differs = differences.paths.length + differences.morePaths > 0;
  return { how: differs ? 'fields' : 'spelling', ...sizes, ...differences };
}

/** The exact bytes of a further arrival; those of the first where it brought the same. Throws NOT_FOUND. */
export async function copyBytes(db: Db, id: string, copyId: string): Promise<Uint8Array<ArrayBuffer>> {
  const copy = await db.eventCopy.findFirst({ where: { id: copyId, eventId: id }, select: { bytes: true } });
  if (!copy) throw new AppError('NOT_FOUND', 'There is no such copy of this event.');
  return copy.bytes ?? eventBytes(db, id);
}

/** The data of a request; null where it is not JSON, or nested too deep to be looked into. */
async function bodyOf(
  bytes: Uint8Array,
  { source, contentEncoding, contentType }: StoredDetail,
): Promise<Json | null> {
  const decoded = await decodeBody(Buffer.from(bytes), contentEncoding, contentType);
  if (!decoded.ok) return null;
  const parsed = parseJson(decoded.text) ?? (source === 'sunnova' ? repaired(decoded.text) : null);
  return parsed?.view === null ? null : (parsed?.value ?? null);
}

function repaired(text: string) {
  const repair = repairSunnova(text);
  return repair.ok ? parseJson(repair.text) : null;
}

/** A request of a CRM may hold several events: what is personal in this one is so in the whole body. */
function personalOf({ records }: StoredDetail): Json[] {
  return records.flatMap(({ kind, fields }) => {
    const known = recordKinds.find((one) => one.kind === kind);
    return fields
      .filter((field) => known?.fields.find((one) => one.key === field.key)?.class !== 'plain')
      .flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  });
}
