import { textOf } from '#lib/operations/read-answer.ts';
import { rowsOf } from '../rows-of.ts';
import { ask } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { namedRows } from './named-rows.ts';

/** The statuses of installs as the company calls them (`GET /api/v3/install-statuses`, field facts 5.4). */
export const pickStatus: ChoiceReader = {
  way: 'list',
  keepMs: 300_000,
  local: async ({ db, connectionId }) => {
    const rows = await db.$queryRaw<{ id: string; name: string }[]>`
      SELECT DISTINCT ON (fields->>'statusId') fields->>'statusId' AS id, fields->>'status' AS name FROM record
      WHERE connection_id = ${connectionId}::uuid AND kind = 'enerflo.install'
        AND fields->>'statusId' IS NOT NULL AND fields->>'status' IS NOT NULL
      ORDER BY fields->>'statusId', last_seen_at DESC LIMIT 200`;
    return rows.map(({ id, name }) => ({ value: id, label: name, detail: null }));
  },
  remote: async (account) => {
    const body = await ask(account, { method: 'GET', path: '/api/v3/install-statuses' });
    return namedRows(rowsOf(body, ['statuses'])?.rows ?? [], (row) => ({
      value: textOf(row, 'id', 'status_id'),
      label: textOf(row, 'name', 'label', 'title', 'status_name'),
      detail: null,
    }));
  },
};
