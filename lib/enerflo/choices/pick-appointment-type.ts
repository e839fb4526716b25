import { textOf } from '#lib/operations/read-answer.ts';
import { keyOf } from '../lists/key-of.ts';
import { readPages } from '../read-pages.ts';
import { rowsOf } from '../rows-of.ts';
import { allRows, patience } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { namedRows } from './named-rows.ts';

/**
 * Appointment types, as far as appointments that were seen name them: Enerflo has them per company, and no endpoint
 * that lists them is known. Another is chosen by its number, which Enerflo shows in its settings (field facts 5.9).
 */
export const pickAppointmentType: ChoiceReader = {
  way: 'known',
  keepMs: 300_000,
  local: async ({ db, connectionId }) => {
    const rows = await db.$queryRaw<{ id: string; name: string | null }[]>`
      SELECT DISTINCT ON (fields->>'typeId') fields->>'typeId' AS id, fields->>'type' AS name FROM record
      WHERE connection_id = ${connectionId}::uuid AND kind = 'enerflo.appointment'
        AND fields->>'typeId' IS NOT NULL
      ORDER BY fields->>'typeId', last_seen_at DESC LIMIT 200`;
    return namedRows(rows, ({ id, name }) => ({ value: id, label: name, detail: null }));
  },
  remote: async (account) => {
    const pages = readPages(
      account,
      {
        request: (page) => ({ method: 'GET', path: '/api/v1/appointments', query: { page, pageSize: 100 } }),
        shape: (body) => rowsOf(body, ['appointments']),
        key: keyOf('enerflo_apt_id'),
      },
      patience,
    );
    return namedRows(await allRows(pages, 2), (row) => ({
      value: textOf(row, 'appointment_type.id', 'appointment_type_id'),
      label: textOf(row, 'appointment_type.name', 'appointment_type_name'),
      detail: null,
    }));
  },
  unlisted: (q) =>
    /^[1-9]\d{0,8}$/.test(q)
      ? { value: q, label: q, detail: 'No appointment seen here is of this type' }
      : null,
};
