import { manualClock } from '../../shared/clock.ts';
import type { Actions } from '../state/create-state.ts';
import type { World } from '../state/world.ts';
import { makePerson } from './make-person.ts';

const day = 86_400_000;

/**
 * Leads of the last ninety days: three in four have a deal, two in three an install with milestones done and notes;
 * told at the times when they happened.
 */
export function seedHistory(world: World, actionsOf: (world: World) => Actions, leads: number): void {
  const { random } = world;
  const clock = manualClock(world.clock.now() - 90 * day);
  const settings = { ...world.settings, installDelaySeconds: 3_600 };
  const act = actionsOf({ ...world, clock, settings });
  const sellers = [...world.users.values()].filter((user) => user.roles.includes('Agent'));
  const titles = [...world.milestoneDefinitions.values()].map((one) => one.title);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));

  for (let number = 0; number < leads; number += 1) {
    clock.advance((60 * day) / leads);
    const seller = sellers[between(0, sellers.length - 1)];
    const lead = act.addLead({
      ...makePerson(random, number),
      agentUserId: seller?.id ?? null,
      officeId: seller?.officeId ?? null,
      recordId: random() < 0.5 ? `seed-${number}` : null,
    });
    if (number % 4 === 3) continue;
    const deal = act.addDeal({ customerId: lead.id });
    if (number % 6 === 5) continue;
    act.submitDeal(deal.id);
    const install = act.approveDeal(deal.id);
    const done = between(1, titles.length - 1);
    titles.slice(0, done).forEach((title, place) => {
      const date = new Date(clock.now() + place * 2 * day).toISOString().slice(0, 10);
      act.completeMilestone(install.id, title, date);
    });
    if (seller) {
      const text =
        random() < 0.5 ? 'Homeowner has two dogs, call before coming.' : 'Permit packet sent to the city.';
      act.addNote({ installId: install.id, text, userId: seller.id });
    }
    if (number % 11 === 4) act.setStatus(install.id, 'On Hold');
    if (done === titles.length - 1) act.setStatus(install.id, 'Completed');
  }
}
