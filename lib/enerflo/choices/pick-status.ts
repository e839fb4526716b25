import type { JsonObject } from '#lib/json.ts';
import { requestPath } from '#lib/operations/operation-request.ts';
import { rowOf, textOf } from '#lib/operations/read-answer.ts';
import type { Choice } from '../enerflo.contract.ts';
import type { EnerfloAccount } from '../enerflo-call.ts';
import { EnerfloError } from '../enerflo-error.ts';
import { rowsOf } from '../rows-of.ts';
import { ask, askOne } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { withIds } from './local-records.ts';
import { namedRows } from './named-rows.ts';
import { shortly } from './short-cache.ts';

/** Statuses change with the company's settings, not with an install. */
const keepStatusesMs = 300_000;

/**
 * The statuses of installs as the company calls them (`GET /api/v3/install-statuses`, field facts 5.4). Each installer
 * has its own (field facts 6), so a key that sees several is told "On Hold" several times: `within` an install they are
 * those of its installer, and else each says of which company it is. Rows are sorted out here: what Enerflo's own
 * `company_id` filter gives such a key is in doubt (field facts 1).
 */
export const pickStatus: ChoiceReader = {
  way: 'list',
  keepMs: 20_000,
  local: async (place, { within }) => {
    const { db, connectionId } = place;
    const rows = await db.$queryRaw<{ id: string; name: string; company_id: string | null }[]>`
      SELECT DISTINCT ON (fields->>'statusId') fields->>'statusId' AS id, fields->>'status' AS name,
        fields->>'installerCompanyId' AS company_id
      FROM record
      WHERE connection_id = ${connectionId}::uuid AND kind = 'enerflo.install'
        AND fields->>'statusId' IS NOT NULL AND fields->>'status' IS NOT NULL
      ORDER BY fields->>'statusId', last_seen_at DESC LIMIT 200`;
    const [install] = within === null ? [] : await withIds(place, 'enerflo.install', [within]);
    return statusChoices(rows, install ? textOf(install.fields, 'installerCompanyId') : null);
  },
  remote: async (account, { within }) => {
    const key = JSON.stringify(['statuses', account.connectionId, account.baseUrl]);
    const [body, installer] = await Promise.all([
      shortly(key, keepStatusesMs, () => ask(account, { method: 'GET', path: '/api/v3/install-statuses' })),
      within === null ? null : installerOf(account, within),
    ]);
    return statusChoices(rowsOf(body, ['statuses'])?.rows ?? [], installer);
  },
};

/** The company that installs it; null where Enerflo does not tell: then statuses of all companies are offered. */
async function installerOf(account: EnerfloAccount, installId: string): Promise<string | null> {
  try {
    const path = requestPath`/api/v3/installs/${installId}`;
    const row = rowOf(await askOne(account, { method: 'GET', path }));
    return row && textOf(row, 'install_company_id', 'epc_company_id');
  } catch (error) {
    if (error instanceof EnerfloError) return null;
    throw error;
  }
}

/** Statuses with the company of each, as far as told; those of `installer` alone where any is surely of it. */
export function statusChoices(rows: readonly JsonObject[], installer: string | null): Choice[] {
  const ofInstaller = rows.filter((row) => companyOf(row) === null || companyOf(row) === installer);
  const isTold = installer !== null && ofInstaller.some((row) => companyOf(row) === installer);
  const shown = isTold ? ofInstaller : rows;
  const several = new Set(shown.map(companyOf)).size > 1;
  return namedRows(shown, (row) => {
    const company = companyOf(row);
    const name = textOf(row, 'company.name', 'company_name');
    return {
      value: textOf(row, 'id', 'status_id'),
      label: textOf(row, 'name', 'label', 'title', 'status_name'),
      // The number of the one company there is says nothing.
      detail: name ?? (several && company !== null ? `Company ${company}` : null),
    };
  });
}

function companyOf(row: JsonObject): string | null {
  return textOf(row, 'company_id', 'company.id', 'epc_company_id', 'install_company_id');
}
