import { z } from 'zod';
import { invalid, jsonAnswer, notFound } from '../answering/answer.ts';
import type { Route } from '../answering/ask.ts';
import { filtered } from '../answering/filtered.ts';
import { listed } from '../answering/listed.ts';
import { numberFrom, paged } from '../answering/paged.ts';
import { isUuid, mustBeOf, rowOf, rowOfEither } from '../answering/row-of.ts';
import { validated } from '../answering/validated.ts';
import type { Settings } from '../settings.ts';
import { installRow, wholeInstall } from '../shapes/install-shape.ts';

const updateSchema = z.object({
  status_id: z.coerce.number().int().positive().optional(),
  office_id: z.coerce.number().int().positive().optional(),
  agent_user_id: z.coerce.number().int().positive().optional(),
  setter_user_id: z.coerce.number().int().positive().optional(),
});

/** Installs and their statuses (guide 2 and 4.1; field facts 5.2 to 5.4). */
export const installRoutes: Route[] = [
  {
    // Newest first; no greatest `per_page`, below 1 it is the usual 25. Voided ones are gone from it.
    method: 'GET',
    path: '/api/v3/installs',
    answer: ({ query, state, settings }) => {
      const rows = [...state.installs.values()]
        .filter((install) => install.deletedAt === null)
        .map((install) => installRow(state, install))
        .reverse();
      const page = paged(
        filtered(rows, query),
        numberFrom(query, 'page', 1),
        numberFrom(query, 'per_page', 25),
      );
      const results = page.rows.map((row) => withStatus(settings, row));
      return jsonAnswer(200, { results, total: page.total });
    },
  },
  {
    // By the 2.0 id of its deal; not there until its agreement is approved.
    method: 'GET',
    path: '/api/v3/installs/find/*',
    answer: ({ params, state, settings }) => {
      const [id = ''] = params;
      if (!isUuid(id)) throw notFound();
      const deal = rowOfEither(state.deals, id);
      const install = state.installOf(deal.id);
      if (!install || install.deletedAt) throw notFound();
      return jsonAnswer(200, withStatus(settings, wholeInstall(state, install)));
    },
  },
  {
    method: 'GET',
    path: '/api/v3/installs/*',
    answer: ({ params, state, settings }) =>
      jsonAnswer(200, withStatus(settings, wholeInstall(state, rowOf(state.installs, params[0])))),
  },
  {
    // Takes parts; what it doesn't know is passed over.
    method: 'PUT',
    path: '/api/v3/installs/*',
    answer: ({ params, body, state, settings }) => {
      const install = rowOf(state.installs, params[0]);
      const given = validated(updateSchema, body);
      const status = given.status_id === undefined ? undefined : state.statuses.get(given.status_id);
      if (given.status_id !== undefined && status?.companyId !== install.installCompanyId) {
        throw invalid({ status_id: ['The selected status id is invalid.'] });
      }
      mustBeOf(state.offices, 'office_id', given.office_id);
      mustBeOf(state.users, 'agent_user_id', given.agent_user_id);
      mustBeOf(state.users, 'setter_user_id', given.setter_user_id);
      const fields = {
        statusId: given.status_id,
        officeId: given.office_id,
        agentUserId: given.agent_user_id,
        setterUserId: given.setter_user_id,
      };
      const told = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const after = Object.keys(told).length > 0 ? state.updateInstall(install.id, told, 'api') : install;
      return jsonAnswer(200, withStatus(settings, wholeInstall(state, after)));
    },
  },
  {
    method: 'GET',
    path: '/api/v3/install-statuses',
    answer: ({ query, state, settings }) => {
      const company = query.get('company_id');
      const rows = [...state.statuses.values()]
        .filter((status) => !company || String(status.companyId) === company)
        .map(({ id, companyId, name }) => ({ id, company_id: companyId, name }));
      return jsonAnswer(200, listed(settings, rows));
    },
  },
];

/** An install as this Enerflo tells its status. */
function withStatus<Row extends { status_id: number }>(
  { installStatus }: Settings,
  row: Row,
): Row | Omit<Row, 'status_id'> {
  if (installStatus === 'id-and-name') return row;
  const { status_id: _, ...rest } = row;
  return rest;
}
