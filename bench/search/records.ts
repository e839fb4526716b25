import type pg from 'pg';
import { caseColumns } from '#lib/cases/case-columns.ts';
import { idWord } from '#lib/catalog/search/id-word.ts';
import { recordWords } from '#lib/catalog/search/record-words.ts';
import { idAt } from '#lib/db/id-at.ts';
import type { JsonObject } from '#lib/json.ts';
import { bulkInsert } from './bulk-insert.ts';

const batch = 5_000;

type Kept = {
  id: string;
  connectionId: string;
  kind: string;
  externalId: string;
  last: Date;
  words: Map<string, { kind: string; value: string }>;
  /** Of a cancellation: what was told last. */
  fields: JsonObject | null;
  /** What of it says whose it is: the ids and the name that a page of the log is named by. */
  whose: JsonObject;
};

const saysWhose = [
  'customerId',
  'installId',
  'dealId',
  'systemProjectId',
  'leadId',
  'firstName',
  'lastName',
  'fullName',
];

/** The records that events told of, with their words and their cases, until they are written. */
export class Records {
  readonly #kept = new Map<string, Kept>();
  words = 0;
  cases = 0;

  get size(): number {
    return this.#kept.size;
  }

  tell(
    connectionId: string,
    told: { kind: string; externalId: string; fields: JsonObject },
    at: Date,
  ): string {
    const key = `${connectionId} ${told.kind} ${idWord(told.externalId)}`;
    let kept = this.#kept.get(key);
    if (!kept) {
      const id = `${idAt(at.getTime()).slice(0, 24)}${this.#kept.size.toString(16).padStart(12, '0')}`;
      kept = {
        id,
        connectionId,
        kind: told.kind,
        externalId: told.externalId,
        last: at,
        words: new Map(),
        fields: null,
        whose: {},
      };
      this.#kept.set(key, kept);
    }
    kept.last = at;
    for (const key of saysWhose) {
      const value = told.fields[key];
      if (value !== undefined) kept.whose[key] = value;
    }
    if (told.kind === 'sunnova.cancellation') kept.fields = told.fields;
    for (const word of recordWords(told, told.fields)) kept.words.set(`${word.kind} ${word.value}`, word);
    return kept.id;
  }

  async insert(client: pg.Client): Promise<void> {
    const all = [...this.#kept.values()];
    for (let first = 0; first < all.length; first += batch) {
      const some = all.slice(first, first + batch);
      await bulkInsert(client, 'record', some, {
        id: ['uuid', (record) => record.id],
        connection_id: ['uuid', (record) => record.connectionId],
        kind: ['text', (record) => record.kind],
        external_id: ['text', (record) => record.externalId],
        fields: ['jsonb', (record) => JSON.stringify(record.whose)],
        marks: ['jsonb', () => '[]'],
        first_seen_at: ['timestamptz', (record) => record.last],
        last_seen_at: ['timestamptz', (record) => record.last],
        words_version: ['smallint', () => 1],
      });
      const words = some.flatMap((record) =>
        [...record.words.values()].map((word) => ({
          ...word,
          recordId: record.id,
          connectionId: record.connectionId,
        })),
      );
      this.words += words.length;
      await bulkInsert(client, 'record_word', words, {
        record_id: ['uuid', (word) => word.recordId],
        kind: ['text', (word) => word.kind],
        value: ['text', (word) => word.value],
        connection_id: ['uuid', (word) => word.connectionId],
      });
      await this.#insertCases(client, some);
    }
  }

  /** As the worker would have them: by its own function, of what the records say. */
  async #insertCases(client: pg.Client, some: readonly Kept[]): Promise<void> {
    const cases = some.flatMap(({ fields, ...record }) =>
      fields === null ? [] : [{ ...record, ...caseColumns(fields) }],
    );
    this.cases += cases.length;
    await bulkInsert(client, 'cancellation_case', cases, {
      record_id: ['uuid', (row) => row.id],
      connection_id: ['uuid', (row) => row.connectionId],
      system_project_id: ['text', (row) => row.systemProjectId],
      status: ['text', (row) => row.status],
      status_known: ['boolean', (row) => row.statusKnown],
      reason: ['text', (row) => row.reason],
      reason_known: ['boolean', (row) => row.reasonKnown],
      category: ['text', (row) => row.category],
      requested_by: ['text', (row) => row.requestedBy],
      requested_on: ['date', (row) => row.requestedOn],
      opened_at: ['timestamptz', (row) => row.openedAt],
      homeowner: ['text', (row) => row.homeowner],
      address: ['text', (row) => row.address],
      county: ['text', (row) => row.county],
      salesperson: ['text', (row) => row.salesperson],
      flags: ['text[]', (row) => `{${row.flags.join(',')}}`],
      first_heard_at: ['timestamptz', (row) => row.last],
      last_heard_at: ['timestamptz', (row) => row.last],
    });
  }
}
