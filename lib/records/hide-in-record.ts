import { plainValue } from '#lib/catalog/mask.ts';
import { maskRecordId } from '#lib/catalog/mask-record-id.ts';
import { PersonalWords } from '#lib/catalog/personal-words.ts';
import type { FieldClass } from '#lib/catalog/record-kind.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import { isJson, type JsonObject } from '#lib/json.ts';
import type { RecordDetail } from './records.contract.ts';

/**
 * A record as whoever asks may see it: a secret is shown to nobody, personal values only to those who may see them.
 * `told` is null for those; else all that was ever told of it, since what was personal before is so still.
 */
export function hideInRecord(record: RecordDetail, told: readonly JsonObject[] | null): RecordDetail {
  const hides = (key: string) => {
    const kind = classOf(record.kind, key);
    return kind === 'secret' || (told !== null && kind !== 'plain');
  };
  const words = told && personalWords(record.kind, told);
  for (const { about } of record.related) if (about !== null) words?.add(about);
  const plain = (value: unknown) => (words && isJson(value) ? plainValue(value, words) : value);
  const shown: RecordDetail = {
    ...record,
    fields: record.fields.map((field) =>
      hides(field.key)
        ? { ...field, value: null, hidden: field.value !== null }
        : { ...field, value: plain(field.value) },
    ),
    changes: record.changes.map((change) =>
      hides(change.key)
        ? { ...change, before: null, after: null, hidden: true }
        : { ...change, before: plain(change.before), after: plain(change.after) },
    ),
  };
  if (told === null) return shown;
  return {
    ...shown,
    about: null,
    externalId: maskRecordId(record.kind, record.externalId),
    related: shown.related.map((one) => ({
      ...one,
      about: null,
      externalId: maskRecordId(one.kind, one.externalId),
      status: one.status && String(plain(one.status)),
    })),
    personalHidden: true,
  };
}

/** Of a field that the catalog lost, nothing is shown. */
function classOf(kind: string, key: string): FieldClass {
  const fields = recordKinds.find((known) => known.kind === kind)?.fields ?? [];
  return fields.find((field) => field.key === key)?.class ?? 'personal';
}

function personalWords(kind: string, told: readonly JsonObject[]): PersonalWords {
  const words = new PersonalWords();
  for (const fields of told) {
    for (const [key, value] of Object.entries(fields)) {
      const isWord = typeof value === 'string' || typeof value === 'number';
      if (isWord && classOf(kind, key) !== 'plain') words.add(value);
    }
  }
  return words;
}
