import type { RecordKind } from '../record-kind.ts';
import { personal, plain, reference } from './field.ts';

/**
 * A milestone as a row of one install. Two ids: `details.id` is this install's row, `install_milestone.id` the
 * company's definition of the milestone. The day it was done is written as `completed_date` and told as
 * `completed_on` (enerflo guide 3.1, 3.2); either is read.
 */
export const enerfloMilestone: RecordKind = {
  kind: 'enerflo.milestone',
  label: 'Enerflo milestone',
  id: ['details.id'],
  clock: ['details.updated_at'],
  standing: [
    { key: 'completedOn', word: 'completed' },
    { key: 'dueOn', word: 'due' },
    { key: 'startedOn', word: 'started' },
  ],
  place: 'sequence',
  fields: [
    plain('title', 'Milestone', 'text', 'details.title', 'install_milestone.title'),
    plain('completedOn', 'Completed on', 'date', 'details.completed_on', 'details.completed_date'),
    plain('dueOn', 'Due on', 'date', 'details.estimated_completion_date'),
    plain('startedOn', 'Started on', 'date', 'details.start_date'),
    reference('installId', 'Install id', 'enerflo.install', 'details.install_id', 'install.id'),
    reference(
      'definitionId',
      'Milestone definition id',
      'enerflo.milestone-definition',
      'install_milestone.id',
    ),
    plain('sequence', 'Place in the order', 'integer', 'install_milestone.sequence'),
    plain('description', 'Description', 'text', 'install_milestone.description'),
    personal('assignedUser', 'Assigned user', 'text', 'install_milestone.assigned_user'),
  ],
};
