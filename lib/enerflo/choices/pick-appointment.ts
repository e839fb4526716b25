import type { JsonObject } from '#lib/json.ts';
import { appointmentValues, readAppointmentsRequest } from '#lib/operations/enerflo/appointment-values.ts';
import { momentText } from '#lib/operations/moment-text.ts';
import { textOf } from '#lib/operations/read-answer.ts';
import { rowsOf } from '../rows-of.ts';
import { ask } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { speakingOf } from './local-records.ts';
import { namedRows } from './named-rows.ts';
import { joined } from './person-words.ts';

/** The appointments of a customer (field facts 5.9), by when they begin and of what type they are. */
export const pickAppointment: ChoiceReader = {
  way: 'list',
  needsWithin: true,
  keepMs: 5_000,
  tellsTimes: true,
  local: async (place, { within, timeZone }) => {
    const records = await speakingOf(place, 'enerflo.appointment', {
      kind: 'enerflo.customer',
      ids: [within ?? ''],
    });
    return namedRows(
      records.map(({ externalId, fields }) => ({ ...fields, id: externalId })),
      (row) => appointmentChoice(row, textOf(row, 'startsAt'), timeZone),
    );
  },
  remote: async (account, { within, timeZone }) => {
    const body = await ask(account, readAppointmentsRequest(within ?? ''));
    return namedRows(rowsOf(body, ['appointments'])?.rows ?? [], (row) => {
      const { start } = appointmentValues(row).values;
      return appointmentChoice(row, typeof start === 'string' ? start : null, timeZone);
    });
  },
};

function appointmentChoice(row: JsonObject, starts: string | null, timeZone: string) {
  const type = textOf(row, 'appointment_type.name', 'type', 'appointment_type', 'name');
  const assignee = joined(
    ' ',
    textOf(row, 'assignee.first_name', 'assigneeFirstName'),
    textOf(row, 'assignee.last_name', 'assigneeLastName'),
  );
  return {
    value: textOf(row, 'enerflo_apt_id', 'id'),
    label: joined(', ', starts && momentText(starts, timeZone), type),
    detail: joined(' · ', assignee, textOf(row, 'status.name', 'status')),
  };
}
