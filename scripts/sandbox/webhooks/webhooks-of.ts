import type { Change } from '../enerflo/state/change.ts';
import { v1Milestone } from './bodies/v1-install.ts';
import { v1ChangeOrder, v1Note } from './bodies/v1-rest.ts';
import type { DesignChange } from './design-change.ts';
import { type Due, rowNow, type Telling, v1 } from './due.ts';
import { webhooksOfAppointment } from './webhooks-of-appointment.ts';
import { webhooksOfCustomer } from './webhooks-of-customer.ts';
import { webhooksOfDeal, webhooksOfDesign } from './webhooks-of-deal.ts';
import { webhooksOfInstall } from './webhooks-of-install.ts';

/**
 * The webhooks that Enerflo sends after a change, with the habits that were seen in the field (field facts 2, 3, 7). What
 * the API writes comes back like any other change.
 */
export function webhooksOf(telling: Telling, change: Change | DesignChange): Due[] {
  const { seen } = telling;
  switch (change.entity) {
    case 'customer':
      return webhooksOfCustomer(telling, change);
    case 'deal':
      return webhooksOfDeal(telling, change);
    case 'design':
    case 'designRequest':
      return webhooksOfDesign(telling, change);
    case 'install':
      return webhooksOfInstall(telling, change);
    case 'appointment':
      return webhooksOfAppointment(telling, change);
    case 'milestone': {
      const body = () => v1Milestone(seen, rowNow(seen.milestones, change.id));
      return [v1(telling, 'project_milestone_updated', body)];
    }
    case 'note':
      if (change.what !== 'created') return [];
      return [v1(telling, 'new_install_note', () => v1Note(seen, change.after))];
    case 'changeOrder':
      if (change.what !== 'signed') return [];
      return [v1(telling, 'signed_change_order', () => v1ChangeOrder(seen, change.after))];
    case 'user':
      return [];
  }
}
