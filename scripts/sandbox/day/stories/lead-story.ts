import type { Dealer } from '../dealer.ts';
import type { Random } from '../random.ts';
import { happen, minutes, type Story } from '../story.ts';
import { appointmentStory } from './appointment-story.ts';
import { dealStory } from './deal-story.ts';

const leadSources = ['Door knock', 'Web form', 'Referral', 'Call center', 'Home show'] as const;

/** A lead comes in, is completed, gets an appointment, and now and then a deal on the same day. */
export function* leadStory(dealer: Dealer, random: Random): Story {
  const { enerflo } = dealer;
  const person = dealer.newPerson();
  const seller = random.pick(sellers(dealer));
  const incomplete = random.chance(0.35);
  const lead = enerflo.addLead({
    firstName: person.firstName,
    lastName: person.lastName,
    street: person.street,
    city: person.city,
    state: person.state,
    zip: person.zip,
    email: incomplete && random.chance(0.5) ? null : person.email,
    phone: person.phone,
    latitude: person.latitude,
    longitude: person.longitude,
    timezone: person.timezone,
    leadSource: random.pick(leadSources),
    agentUserId: incomplete ? null : seller.id,
    setterUserId: random.pick(sellers(dealer)).id,
    officeId: seller.officeId,
  });
  if (incomplete) {
    yield minutes(random, 4, 25);
    enerflo.updateCustomer(lead.id, { email: person.email, agentUserId: seller.id, status: 'Contacted' });
  }
  if (random.chance(0.15)) {
    yield minutes(random, 2, 10);
    enerflo.addCustomerNote(lead.id, 'Wants to know about batteries. Bill is around 240 a month.', seller.id);
  }
  yield minutes(random, 5, 40);
  if (random.chance(0.18)) {
    enerflo.updateCustomer(lead.id, { status: random.pick(['Not interested', 'No answer', 'Renter']) });
    return;
  }
  happen(dealer.clock, appointmentStory(dealer, random.branch('appointment'), lead.id));
  if (!random.chance(0.42)) return;
  yield minutes(random, 70, 170);
  happen(dealer.clock, dealStory(dealer, random.branch('deal'), lead.id));
}

/** Those who sell; never none. */
function sellers({ enerflo }: Dealer) {
  const [first, ...rest] = [...enerflo.users.values()].filter(
    ({ roles, deletedAt }) => roles.includes('Agent') && deletedAt === null,
  );
  if (!first) throw new Error('The stand-in has nobody who sells.');
  return [first, ...rest] as const;
}
