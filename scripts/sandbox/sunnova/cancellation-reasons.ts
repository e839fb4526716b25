import type { CancellationCase } from './records.ts';

type Why = Pick<CancellationCase, 'reason' | 'category' | 'description' | 'requestedBy'>;

/** Why projects are cancelled: reasons of Sunnova's table in its spelling. Its categories are not documented but one. */
export const cancellationReasons: readonly [Why, ...Why[]] = [
  why(
    'Excessive Time To Complete',
    'Partner Issues',
    'Homeowner has waited eleven weeks for the permit.',
    'Homeowner',
  ),
  why('Homeowner Unhappy with Partner', 'Partner Issues', 'No call back about the roof leak.', 'Homeowner'),
  why('Requested By Partner', 'Partner Issues', null, 'Partner'),
  why('Additional Information Not Provided', 'Partner Issues', 'Utility bill is missing.', 'Sunnova'),
  why('Pricing/Savings', 'Homeowner Issues', 'Monthly payment above the current bill.', 'Homeowner'),
  why('Escalator', 'Homeowner Issues', null, 'Homeowner'),
  why('Alternate Provider Chosen', 'Homeowner Issues', null, 'Homeowner'),
  why('Homeowner Moved Imminent', 'Homeowner Issues', 'House goes on the market in spring.', 'Homeowner'),
  why('Customer unresponsive During Install process', 'Homeowner Issues', null, 'Sunnova'),
  why('Pending Change Order Not Signed', 'Homeowner Issues', null, 'Sunnova'),
  why('Shading', 'System Issues', 'Two oaks on the neighbour’s lot.', 'Partner'),
  why('Electrical Upgrade needed', 'System Issues', null, 'Partner'),
  why('Unsuitable Roof/Structure', 'System Issues', 'Decking must be replaced first.', 'Partner'),
  why('Utility Declined', 'System Issues', null, 'Sunnova'),
  why('Title Verification Incomplete', 'Contract Issues', null, 'Sunnova'),
  why('Validation Non-responsive', 'Contract Issues', null, 'Sunnova'),
];

function why(reason: string, category: string, description: string | null, requestedBy: string): Why {
  return { reason, category, description, requestedBy };
}
