import { z } from 'zod';
import { readField } from '#lib/catalog/read-field.ts';
import { readClock } from '#lib/catalog/read-record.ts';
import { enerfloMilestone } from '#lib/catalog/records/enerflo-milestone.ts';
import type { Json } from '#lib/json.ts';
import { asAsked, valuesBefore } from '../as-asked.ts';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import type { CurrentValues, OperationContext } from '../operation.ts';
import { requestPath } from '../operation-request.ts';
import { partialBody } from '../partial-body.ts';
import { isList } from '../read-answer.ts';
import { milestoneDates, milestoneIn, milestoneTitle, readMilestonesRequest } from './milestone-rows.ts';

/**
 * PUT /api/v3/installs/{id}/milestones/{milestoneId} with what changes (enerflo guide 3.1). `completed_date` is
 * documented; the names of the two other dates are those that Enerflo tells (guide 3.2), and that null empties a date:
 * both assumed.
 */
export const updateMilestone = defineOperation({
  name: 'enerflo.milestone.update',
  label: 'Complete or change a milestone',
  words: 'Sets the dates of a milestone of an install project; with a completion date it is done.',
  guideStep: 'guide step 3.1',
  evidence: 'documented',
  role: 'operator',
  kind: 'write',
  about: { kind: 'enerflo.install', field: 'install_id' },
  input: z
    .strictObject({
      install_id: field.pick('Install', 'install', { hint: 'By homeowner, address or id.' }),
      milestone_id: field.pick('Milestone', 'milestone', { within: 'install_id' }),
      completed_date: field
        .date('Completed on', {
          ahead: 'This day is still to come. Enerflo may count the milestone as completed at once.',
        })
        .nullable()
        .optional(),
      start_date: field.date('Started on', { ahead: 'This day is still to come.' }).nullable().optional(),
      estimated_completion_date: field.date('Due on').nullable().optional(),
    })
    .refine(
      (input) =>
        input.completed_date !== undefined ||
        input.start_date !== undefined ||
        input.estimated_completion_date !== undefined,
      { path: ['completed_date'], error: 'Give at least one date.' },
    ),
  request: ({ install_id, milestone_id, ...dates }, _context, changed) => ({
    method: 'PUT',
    path: requestPath`/api/v3/installs/${install_id}/milestones/${milestone_id}`,
    body: partialBody(dates, changed),
  }),
  answer: (body, { install_id, milestone_id, completed_date }) => ({
    words: completed_date ? 'The milestone was completed.' : 'The milestone was changed.',
    subjects: [
      { kind: 'enerflo.milestone', id: milestone_id },
      { kind: 'enerflo.install', id: install_id },
    ],
    data: body,
  }),
  current: {
    request: ({ install_id }) => readMilestonesRequest(install_id),
    values: valuesNow,
  },
  lookUp: {
    tells: isList,
    request: ({ install_id }) => readMilestonesRequest(install_id),
    found: (body, { install_id, milestone_id, ...dates }, _sentAt, context) =>
      asAsked(valuesNow(body, { install_id, milestone_id }, context), dates)
        ? {
            words: 'The milestone has the new dates.',
            subjects: [
              { kind: 'enerflo.milestone', id: milestone_id },
              { kind: 'enerflo.install', id: install_id },
            ],
            data: body,
          }
        : null,
  },
  undo: {
    words: 'Set the dates back to what they were',
    operation: 'enerflo.milestone.update',
    input: ({ install_id, milestone_id, ...dates }, before) => {
      const values = valuesBefore(before, Object.keys(dates));
      return values && { install_id, milestone_id, ...values };
    },
  },
  proves: [
    {
      setting: 'milestoneId',
      by: ['completed_date', 'start_date', 'estimated_completion_date'],
      doubtedBy: 'NOT_THERE',
    },
  ],
  sideEffects: ({ install_id: _install, milestone_id: _milestone, ...dates }, now) => {
    const notifies = now?.facts?.notify_customer;
    if (notifies === false || !Object.values(dates).some((date) => typeof date === 'string')) return [];
    return [
      {
        code: 'emails-homeowner',
        text:
          notifies === true
            ? 'This milestone is set up to write to the homeowner: Enerflo may e-mail them.'
            : 'Enerflo may e-mail the homeowner about this milestone: it does not tell whether it is set up to.',
        agree: true,
      },
    ];
  },
});

function valuesNow(
  body: Json,
  { install_id, milestone_id }: { install_id: string; milestone_id: string },
  { settings }: OperationContext,
): CurrentValues | null {
  const row = milestoneIn(body, milestone_id, settings);
  if (!row) return null;
  const title = milestoneTitle(row);
  const notify = { type: 'boolean', from: ['notify_customer', 'install_milestone.notify_customer'] } as const;
  const notifies = readField(row, notify, null);
  return {
    values: { install_id, milestone_id, ...milestoneDates(row) },
    labels: title === null ? undefined : { milestone_id: title },
    about: title,
    stamp: readClock(enerfloMilestone, row, ['details.updated_at', 'updated_at']),
    facts: notifies?.read ? { notify_customer: notifies.value } : undefined,
  };
}
