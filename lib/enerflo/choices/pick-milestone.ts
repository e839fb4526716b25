import type { JsonObject } from '#lib/json.ts';
import {
  milestoneDates,
  milestoneIdOf,
  milestoneTitle,
  readMilestonesRequest,
} from '#lib/operations/enerflo/milestone-rows.ts';
import { textOf } from '#lib/operations/read-answer.ts';
import type { EnerfloSettings } from '../enerflo-settings.schema.ts';
import { rowsOf } from '../rows-of.ts';
import { ask } from './ask.ts';
import type { ChoiceReader } from './choice-reader.ts';
import { speakingOf } from './local-records.ts';
import { namedRows } from './named-rows.ts';

/**
 * The milestones of an install by title, in their order (enerflo guide 3.1). Each is given by the id that the account's
 * setting says the PUT takes: that of the install's row or of its definition.
 */
export const pickMilestone: ChoiceReader = {
  way: 'list',
  needsWithin: true,
  keepMs: 5_000,
  local: async (place, { within }) => {
    const milestones = await speakingOf(place, 'enerflo.milestone', {
      kind: 'enerflo.install',
      ids: [within ?? ''],
    });
    return milestoneChoices(
      milestones.map(({ externalId, fields }) => ({
        id: externalId,
        title: fields.title ?? null,
        sequence: fields.sequence ?? null,
        definition_id: fields.definitionId ?? null,
        completed_on: fields.completedOn ?? null,
        due_date: fields.dueOn ?? null,
      })),
      place.settings,
    );
  },
  remote: async (account, { within }) => {
    const body = await ask(account, readMilestonesRequest(within ?? ''));
    return milestoneChoices(rowsOf(body, ['milestones', 'install_milestones'])?.rows ?? [], account.settings);
  },
};

function milestoneChoices(rows: readonly JsonObject[], settings: EnerfloSettings) {
  const inOrder = [...rows].sort((one, other) => sequence(one) - sequence(other));
  return namedRows(inOrder, (row) => {
    const { completed_date: done, estimated_completion_date: due } = milestoneDates(row);
    const detail = done ? `completed ${done}` : due ? `due ${due}` : null;
    return { value: milestoneIdOf(row, settings), label: milestoneTitle(row), detail };
  });
}

function sequence(row: JsonObject): number {
  return Number(
    textOf(row, 'sequence', 'install_milestone.sequence', 'milestone.sequence') ?? Number.MAX_SAFE_INTEGER,
  );
}
