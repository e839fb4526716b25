import type { Source } from '#lib/catalog/event-type.ts';
import { maskRecordId } from '#lib/catalog/mask-record-id.ts';
import { recordLine } from '#lib/catalog/record-line.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import { idWord } from '#lib/catalog/search/id-word.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import { homeownersOf } from '#lib/records/homeowners-of.ts';
import type { FoundRecord } from '#lib/records/records.contract.ts';
import { findRecords } from './find-records.ts';
import type { Seeing } from './list-events.ts';
import type { RecordRow } from './record-hits.ts';
import { searchTerms, type TextSearch } from './search-terms.schema.ts';
import { searchedIds } from './searched-ids.ts';

/** Fewer letters and digits than these are in nearly every name. */
const fewestCharacters = 3;
/** What people look for first; other kinds follow. */
const order = [
  'enerflo.customer',
  'sunnova.lead',
  'enerflo.install',
  'enerflo.deal',
  'enerflo.appointment',
  'sunnova.project-block',
  'sunnova.cancellation',
  'sunnova.contract',
];
/** A job has dozens of each: they are found by their own ids alone. */
const byIdAlone = ['enerflo.note', 'enerflo.milestone'];

type Row = {
  id: string;
  fields: JsonObject;
  connection: string;
  source: Source;
  environment: 'production' | 'sandbox';
};

/**
 * What is known of whom or what a text may mean, by the words by which the log finds events, whether or not any came:
 * what has the text for its id, then customers, installs, deals and the rest, of each kind what was heard of last first.
 * `more`: there are others. Who may not see personal values finds by ids alone, and is told no names.
 */
export async function foundRecords(
  db: Db,
  { q, limit }: { q: string; limit: number },
  seeing: Seeing,
): Promise<{ items: FoundRecord[]; more: boolean }> {
  const { text } = searchTerms(q);
  if (text === null || q.replace(/[^\p{L}\p{N}]+/gu, '').length < fewestCharacters) return none;
  const searched = { ...text, ids: searchedIds(text, seeing) };
  const { records, partial } = await findRecords(db, searched, { ...seeing, accounts: null });
  const ranked = inOrder(records, searched);
  const shown = ranked.slice(0, limit);
  if (shown.length === 0) return none;
  const [rows, homeowners] = await Promise.all([
    rowsOf(db, shown),
    seeing.personal ? homeownersOf(db, shown) : new Map<string, string>(),
  ]);
  const items = shown.flatMap((record): FoundRecord[] => {
    const row = rows.get(record.id);
    if (row === undefined) return [];
    const { fields, ...account } = row;
    return [
      {
        ...account,
        kind: record.kind,
        label: recordKinds.find(({ kind }) => kind === record.kind)?.label ?? record.kind,
        externalId: seeing.personal ? record.externalId : maskRecordId(record.kind, record.externalId),
        about: seeing.personal ? aboutOf(homeowners.get(record.id), fields) : null,
      },
    ];
  });
  return { items, more: partial || ranked.length > shown.length };
}

const none = { items: [], more: false };

function inOrder(records: readonly RecordRow[], text: TextSearch): RecordRow[] {
  const places = records.flatMap((record) => {
    const own = hasId(record, text);
    if (!own && byIdAlone.includes(record.kind)) return [];
    const rank = order.indexOf(record.kind);
    return [{ record, place: own ? -1 : rank === -1 ? order.length : rank }];
  });
  return places.sort((one, other) => one.place - other.place).map(({ record }) => record);
}

function hasId({ externalId }: RecordRow, { ids, idStart }: TextSearch): boolean {
  const word = idWord(externalId);
  return ids.includes(word) || (idStart !== null && word.startsWith(idStart));
}

async function rowsOf(db: Db, records: readonly RecordRow[]): Promise<Map<string, Row>> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT r.id, r.fields, c.name AS connection, c.source, c.environment
    FROM record r JOIN connection c ON c.id = r.connection_id
    WHERE r.id = ANY(${records.map(({ id }) => id)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whose it is and what of his: the name, then a title or else the street, which tells two of one name apart. */
function aboutOf(homeowner: string | undefined, fields: JsonObject): string | null {
  const { fullAddress = null, street = null, city = null } = fields;
  const parts = [homeowner, recordLine(fields), recordLine({ fullAddress, street, city })];
  return [...new Set(parts.filter((part) => part))].slice(0, 2).join(' · ') || null;
}
