import type { State } from '../state/create-state.ts';
import type { Milestone } from '../state/rows.ts';
import { stamp } from './stamp.ts';

/**
 * A milestone of an install as its list has it. The shape is nowhere told: names are those of the event
 * `project_milestone_updated` and of the definition. `id` is this install's row, `milestone_id` the definition.
 * What is written as `completed_date` is read as `completed_on`.
 */
export function milestoneShape(state: State, milestone: Milestone) {
  const { milestoneTimes } = state.settings;
  const definition = state.milestoneDefinitions.get(milestone.definitionId);
  return {
    id: milestone.id,
    install_id: milestone.installId,
    milestone_id: milestone.definitionId,
    sequence: definition?.sequence ?? null,
    title: definition?.title ?? null,
    description: definition?.description ?? null,
    mid: definition?.mid ?? null,
    notify_customer: definition?.notifyCustomer ? 1 : 0,
    visible_customer: definition?.visibleCustomer ? 1 : 0,
    assigned_user: null,
    start_date: milestone.startDate,
    estimated_completion_date: milestone.estimatedCompletionDate,
    completed_on: milestone.completedOn,
    created_at: milestoneTimes ? stamp(milestone.createdAt) : null,
    updated_at: milestoneTimes ? stamp(milestone.updatedAt) : null,
  };
}
