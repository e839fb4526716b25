import type { Customer } from '../../enerflo/state/rows.ts';
import type { SunnovaPerson } from '../../sunnova/records.ts';
import type { Dealer } from '../dealer.ts';
import { countyOf } from '../places.ts';
import type { Random } from '../random.ts';
import { happen, minutes, type Story } from '../story.ts';
import { blocksStory } from './blocks-story.ts';

/** A customer of Enerflo who finances with Sunnova: lead, credit, contract, blocks. */
export function* financingStory(dealer: Dealer, random: Random, customerId: number): Story {
  const { sunnova } = dealer;
  const customer = dealer.enerflo.customers.get(customerId);
  if (!customer) return;
  const lead = sunnova.assignLead(atSunnova(customer), {
    leadSource: 'Quoting',
    repName: 'Sam Agent',
    externalId: externalId(customer),
    detail: null,
  });
  yield minutes(random, 4, 20);
  const passed = random.chance(0.85);
  sunnova.runCredit(lead, {
    status: passed ? 'Passed' : 'Declined',
    detail: null,
    declinedReason: passed ? null : 'Score below threshold',
  });
  if (!passed) return;
  yield minutes(random, 10, 45);
  const project = sunnova.signContract(lead, 'Sam Agent');
  happen(dealer.clock, blocksStory(dealer, random.branch('blocks'), project));
}

/** The dealer's own key at Sunnova, which leads back to the customer of Enerflo. */
export function externalId({ id }: Customer): string {
  return `EF-${id}`;
}

export function atSunnova(customer: Customer): SunnovaPerson {
  return {
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: customer.email ?? '',
    phone: customer.phone ?? '',
    street: customer.street,
    city: customer.city,
    state: customer.state,
    zip: customer.zip,
    county: countyOf(customer.city, customer.state),
    latitude: customer.latitude ?? 0,
    longitude: customer.longitude ?? 0,
  };
}
