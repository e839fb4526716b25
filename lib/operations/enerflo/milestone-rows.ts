import type { EnerfloSettings } from '#lib/enerflo/enerflo-settings.schema.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { OperationRequest } from '../operation-request.ts';
import { requestPath } from '../operation-request.ts';
import { rowsOf, textOf, toldValues } from '../read-answer.ts';

/** GET /api/v3/installs/{id}/milestones (enerflo guide 3.1; its answer is printed nowhere). */
export function readMilestonesRequest(installId: string): OperationRequest {
  return { method: 'GET', path: requestPath`/api/v3/installs/${installId}/milestones` };
}

/** The id of a listed milestone that the PUT takes, by the account's setting; null for a row without one. */
export function milestoneIdOf(
  row: JsonObject,
  settings: Pick<EnerfloSettings, 'milestoneId'>,
): string | null {
  const listed = textOf(row, 'id', 'details.id');
  if (settings.milestoneId === 'listed') return listed;
  return (
    textOf(row, 'install_milestone.id', 'install_milestone_id', 'milestone_id', 'definition_id') ?? listed
  );
}

/** The milestone of this id in the list of an install. */
export function milestoneIn(
  body: Json,
  milestoneId: string,
  settings: Pick<EnerfloSettings, 'milestoneId'>,
): JsonObject | undefined {
  return rowsOf(body).find((row) => milestoneIdOf(row, settings) === milestoneId);
}

/** What a milestone is called. */
export function milestoneTitle(row: JsonObject): string | null {
  return textOf(row, 'title', 'details.title', 'install_milestone.title', 'name');
}

/** Its dates as `YYYY-MM-DD`. The day it was done is written as `completed_date` and told as `completed_on`. */
export function milestoneDates(row: JsonObject): JsonObject {
  const either = (...keys: string[]) => keys.flatMap((key) => [`details.${key}`, key]);
  return toldValues(row, {
    completed_date: ['date', ...either('completed_on', 'completed_date')],
    start_date: ['date', ...either('start_date')],
    estimated_completion_date: ['date', ...either('estimated_completion_date', 'due_date')],
  });
}
