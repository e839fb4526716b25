import { textOf } from '#lib/operations/read-answer.ts';
import { keyOf } from '../lists/key-of.ts';
import { readPages } from '../read-pages.ts';
import { rowsOf } from '../rows-of.ts';
import { allRows, patience } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { namedRows } from './named-rows.ts';

/** The offices of the company (`GET /api/v3/offices`, field facts 5.10); a lead names its office instead of its id. */
export const pickOffice: ChoiceReader = {
  way: 'list',
  keepMs: 300_000,
  local: async ({ db, connectionId }, { value }) => {
    const rows = await db.$queryRaw<{ id: string; name: string }[]>`
      SELECT DISTINCT fields->>'officeId' AS id, fields->>'office' AS name FROM record
      WHERE connection_id = ${connectionId}::uuid AND kind = 'enerflo.install'
        AND fields->>'officeId' IS NOT NULL AND fields->>'office' IS NOT NULL LIMIT 200`;
    return namedRows(rows, ({ id, name }) => ({
      value: value === 'name' ? name : id,
      label: name,
      detail: null,
    }));
  },
  remote: async (account, { value }) => {
    const pages = readPages(
      account,
      {
        request: (page) => ({ method: 'GET', path: '/api/v3/offices', query: { page, per_page: 500 } }),
        shape: (body) => rowsOf(body, ['offices']),
        key: keyOf('id'),
      },
      patience,
    );
    return namedRows(await allRows(pages), (row) => {
      const name = textOf(row, 'name', 'title');
      return {
        value: value === 'name' ? name : textOf(row, 'id'),
        label: name,
        detail: textOf(row, 'company.name', 'city'),
      };
    });
  },
};
