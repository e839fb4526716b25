import type { JsonObject } from '#lib/json.ts';
import { requestPath } from '#lib/operations/operation-request.ts';
import { textOf } from '#lib/operations/read-answer.ts';
import { rowsOf } from '../rows-of.ts';
import { ask } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { speakingOf } from './local-records.ts';
import { namedRows } from './named-rows.ts';
import { joined } from './person-words.ts';

/** The appointments of a customer (`GET /api/v3/customers/{id}/appointments`, field facts 5.9). */
export const pickAppointment: ChoiceReader = {
  way: 'list',
  needsWithin: true,
  keepMs: 5_000,
  local: async (place, { within }) => {
    const records = await speakingOf(place, 'enerflo.appointment', {
      kind: 'enerflo.customer',
      ids: [within ?? ''],
    });
    return namedRows(
      records.map(({ externalId, fields }) => ({ ...fields, id: externalId })),
      appointmentChoice,
    );
  },
  remote: async (account, { within }) => {
    const path = requestPath`/api/v3/customers/${within ?? ''}/appointments`;
    const body = await ask(account, { method: 'GET', path });
    return namedRows(rowsOf(body, ['appointments'])?.rows ?? [], appointmentChoice);
  },
};

const startKeys = [
  'startsAt',
  'times.iso8601.start_time',
  'start_time_iso8601',
  'start_time_zulu',
  'start_time',
  'appointment_start_time',
  'start',
];

function appointmentChoice(row: JsonObject) {
  const starts = textOf(row, ...startKeys);
  const type = textOf(row, 'appointment_type.name', 'type', 'appointment_type', 'name');
  const assignee = joined(
    ' ',
    textOf(row, 'assignee.first_name', 'assigneeFirstName'),
    textOf(row, 'assignee.last_name', 'assigneeLastName'),
  );
  return {
    value: textOf(row, 'enerflo_apt_id', 'id'),
    label: joined(', ', starts?.slice(0, 16).replace('T', ' '), type),
    detail: joined(' · ', assignee, textOf(row, 'status.name', 'status')),
  };
}
