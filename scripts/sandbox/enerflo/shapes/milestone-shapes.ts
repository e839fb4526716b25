import type { State } from '../state/create-state.ts';
import type { Milestone, MilestoneDefinition } from '../state/rows.ts';
import { stamp } from './stamp.ts';

/**
 * A milestone of an install as its list has it. The shape is nowhere told: names are those of the event
 * `project_milestone_updated` and of the definition. `id` is this install's row, `milestone_id` the definition.
 * What is written as `completed_date` is read as `completed_on`.
 */
export function milestoneShape(state: State, milestone: Milestone) {
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
    created_at: stamp(milestone.createdAt),
    updated_at: stamp(milestone.updatedAt),
  };
}

/** A milestone as its installer defines it (field facts 4.7). */
export function milestoneDefinitionShape(definition: MilestoneDefinition) {
  return {
    id: definition.id,
    epc_company_id: definition.companyId,
    sequence: definition.sequence,
    title: definition.title,
    description: definition.description,
    mid: definition.mid,
    notify_customer: definition.notifyCustomer ? 1 : 0,
    visible_customer: definition.visibleCustomer ? 1 : 0,
    sms_body: null,
    email_body: definition.notifyCustomer ? `Your project reached: ${definition.title}.` : null,
    email_subject: definition.notifyCustomer ? 'News of your solar project' : null,
    email_from: null,
    email_from_type: null,
    meta_data: [],
    assigned_user_id: null,
    created_at: stamp(definition.createdAt),
    updated_at: stamp(definition.updatedAt),
    deleted_at: null,
  };
}
