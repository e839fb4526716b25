import { textOf } from '#lib/operations/read-answer.ts';
import { listUsers } from '../lists/list-users.ts';
import { allRows, patience } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { namedRows } from './named-rows.ts';
import { joined, personName } from './person-words.ts';

/**
 * The users of the company, by name or e-mail address, sent as their id or (where an operation wants it) the e-mail
 * address they sign in with. Here only those are known whom an appointment or an install named: an install's `agent_id`
 * is no user id (field facts 4.12), so by id it gives nobody.
 */
export const pickUser: ChoiceReader = {
  way: 'list',
  keepMs: 300_000,
  local: async ({ db, connectionId }, { value }) => {
    const rows = await db.$queryRaw<{ id: string | null; name: string | null; email: string | null }[]>`
      SELECT fields->>'assigneeId' AS id, fields->>'assigneeEmail' AS email,
        nullif(concat_ws(' ', fields->>'assigneeFirstName', fields->>'assigneeLastName'), '') AS name
      FROM record WHERE connection_id = ${connectionId}::uuid AND kind = 'enerflo.appointment'
      GROUP BY 1, 2, 3
      UNION
      SELECT NULL, fields->>'agentEmail', fields->>'agentName'
      FROM record WHERE connection_id = ${connectionId}::uuid AND kind = 'enerflo.install'
      GROUP BY 2, 3
      LIMIT 1000`;
    return namedRows(rows, ({ id, name, email }) => ({
      value: value === 'email' ? email : id,
      label: name ?? email,
      detail: email,
    }));
  },
  remote: async (account, { value }) => {
    const rows = await allRows(listUsers(account, patience));
    return namedRows(rows, (row) => {
      if (textOf(row, 'deleted_at') !== null) return null;
      const email = textOf(row, 'email');
      return {
        value: value === 'email' ? email : textOf(row, 'id'),
        label: personName(row) ?? email,
        detail: joined(' · ', email, textOf(row, 'company.name', 'office.name')),
      };
    });
  },
};
