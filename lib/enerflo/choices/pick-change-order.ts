import type { JsonObject } from '#lib/json.ts';
import { textOf } from '#lib/operations/read-answer.ts';
import { keyOf } from '../lists/key-of.ts';
import { readPages } from '../read-pages.ts';
import { rowsOf } from '../rows-of.ts';
import { allRows, patience } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { newestOf, speakingOf } from './local-records.ts';
import { namedRows } from './named-rows.ts';
import { joined } from './person-words.ts';

/** Change orders, of an install or of all (`GET /api/v3/change-orders`, field facts 5.10), by day and status. */
export const pickChangeOrder: ChoiceReader = {
  way: 'list',
  keepMs: 20_000,
  local: async (place, { within }) => {
    const records = await (within === null
      ? newestOf(place, 'enerflo.change-order')
      : speakingOf(place, 'enerflo.change-order', { kind: 'enerflo.install', ids: [within] }));
    return namedRows(
      records.map(({ externalId, fields }) => ({ ...fields, id: externalId })),
      changeOrderChoice,
    );
  },
  remote: async (account, { within }) => {
    const pages = readPages(
      account,
      {
        request: (page) => ({ method: 'GET', path: '/api/v3/change-orders', query: { page, per_page: 100 } }),
        shape: (body) => rowsOf(body, ['change_orders', 'changeOrders']),
        key: keyOf('id'),
      },
      patience,
    );
    const rows = await allRows(pages, 5);
    const ofIt = rows.filter(
      (row) => within === null || installOf(row) === null || installOf(row) === within,
    );
    return namedRows(ofIt, changeOrderChoice);
  },
};

function installOf(row: JsonObject): string | null {
  return textOf(row, 'epc_install_id', 'install_id', 'install.id', 'installId');
}

function changeOrderChoice(row: JsonObject) {
  const day = textOf(row, 'signed_at', 'signedAt', 'created_at', 'createdAt')?.slice(0, 10);
  return {
    value: textOf(row, 'id'),
    label: joined(', ', day, textOf(row, 'status.name', 'status', 'status_name')),
    detail: textOf(row, 'notes')?.slice(0, 120) ?? null,
  };
}
