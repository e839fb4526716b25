import { createHash } from 'node:crypto';
import type { Dealer } from '../dealer.ts';
import type { Random } from '../random.ts';
import { happen, minutes, type Story } from '../story.ts';
import { financingStory } from './financing-story.ts';
import { freshInstallStory } from './install-story.ts';

/** From a deal over its design to the signature and the submission; the install appears some time after. */
export function* dealStory(dealer: Dealer, random: Random, customerId: number): Story {
  const { enerflo, tellDesign } = dealer;
  const made = enerflo.addDeal({ customerId });
  const deal = () => enerflo.deals.get(made.id) ?? made;
  const designId = idFrom(`design ${made.uuid}`);
  const requestId = idFrom(`request ${made.uuid}`);
  const design = (entity: 'design' | 'designRequest', what: 'created' | 'updated', status: string) =>
    tellDesign({ entity, what, deal: deal(), designId, requestId, status });

  yield minutes(random, 3, 12);
  design('designRequest', 'created', 'requested');
  yield minutes(random, 10, 30);
  design('designRequest', 'updated', 'in-progress');
  yield minutes(random, 15, 45);
  design('design', 'created', 'completed');
  design('designRequest', 'updated', 'completed');
  if (random.chance(0.4)) {
    yield minutes(random, 8, 25);
    const { system } = deal();
    const panelCount = system.panelCount + random.pick([-2, 2, 3]);
    const sizeWatts = panelCount * system.panel.watts;
    enerflo.updateDeal(made.id, { system: { ...system, panelCount, sizeWatts } });
    design('design', 'updated', 'completed');
  }
  if (deal().system.lender === 'Sunnova') {
    yield minutes(random, 2, 10);
    happen(dealer.clock, financingStory(dealer, random.branch('financing'), customerId));
  }
  yield minutes(random, 15, 70);
  if (random.chance(0.25)) return;
  enerflo.updateDeal(made.id, { stage: 'signed' });
  yield minutes(random, 6, 40);
  if (random.chance(0.15)) return;
  enerflo.submitDeal(made.id);
  // The agreement is approved by hand: only then is there an install (field facts 2).
  yield minutes(random, 8, 35);
  const install = enerflo.approveDeal(made.id);
  happen(dealer.clock, freshInstallStory(dealer, random.branch('install'), install.id));
}

/** A uuid of a name. */
function idFrom(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-a$4-$5');
}
