import type { Dealer } from '../dealer.ts';
import type { Random } from '../random.ts';
import { happen, minutes, type Story } from '../story.ts';
import { blocksStory } from './blocks-story.ts';

const hour = 3_600_000;

/** A lead that Sunnova assigns to the dealer: worked on, and now and then signed on the same day. */
export function* sunnovaLeadStory(dealer: Dealer, random: Random): Story {
  const { sunnova, clock } = dealer;
  const { areaCode: _areaCode, timezone: _timezone, ...person } = dealer.newPerson();
  const withAppointment = random.chance(0.6);
  const startsAt = Math.ceil((clock.now() + random.whole(3, 60) * hour) / hour) * hour;
  const lead = sunnova.assignLead(person, {
    leadSource: random.pick(['Web-Sol', 'AutoRoof Microsite', 'Retail']),
    repName: random.pick(['Tamara Fenwick', 'Curtis Holloway', 'Yolanda Mercer']),
    externalId: null,
    detail: random.chance(0.3) ? 'Average bill 210, owns the house.' : null,
    ...(withAppointment && { appointment: { startsAt, minutes: 60, subject: 'Solar consultation' } }),
  });
  yield minutes(random, 15, 90);
  if (random.chance(0.15)) {
    sunnova.setLeadStatus(lead, random.pick(['Unable to Contact', 'Lost']));
    return;
  }
  sunnova.setLeadStatus(lead, 'Appointment Set with Dealer');
  if (!random.chance(0.6)) return;
  yield minutes(random, 60, 180);
  sunnova.setLeadStatus(lead, 'Appointment Completed by Dealer');
  yield minutes(random, 5, 30);
  const passed = random.chance(0.8);
  sunnova.runCredit(lead, {
    status: passed ? 'Passed' : 'Declined',
    detail: null,
    declinedReason: passed ? null : 'Score below threshold',
  });
  if (!passed) return;
  yield minutes(random, 20, 80);
  sunnova.completeDesign(lead);
  yield minutes(random, 20, 90);
  if (!random.chance(0.6)) return;
  const project = sunnova.signContract(lead, lead.repName);
  happen(dealer.clock, blocksStory(dealer, random.branch('blocks'), project));
}
