import type { Customer } from '../../enerflo/state/rows.ts';
import type { Dealer } from '../dealer.ts';
import type { Random } from '../random.ts';
import { minutes, type Story } from '../story.ts';
import { externalId } from './financing-story.ts';

/** Somebody works on a deal in the CRM, which tells it. */
export function* crmStory({ tellCrm }: Dealer, random: Random, customer: Customer): Story {
  const owner = random.pick(['Jordan Reyes', 'Alma Whitfield', 'Theo Brandt']);
  const about = {
    contact_id: externalId(customer),
    name: `${customer.firstName} ${customer.lastName}`,
    owner,
  };
  tellCrm('contact.updated', { ...about, email: customer.email, phone: customer.phone });
  yield minutes(random, 20, 200);
  tellCrm('deal.stage_changed', {
    ...about,
    from: 'Qualified',
    to: random.pick(['Proposal', 'Contract', 'Installing']),
  });
}
