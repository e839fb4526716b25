import type { Dealer } from '../dealer.ts';
import type { Random } from '../random.ts';
import { minutes, type Story } from '../story.ts';

/** More panels or an adder: written, sent to the homeowner, signed, and now and then voided. */
export function* changeOrderStory(dealer: Dealer, random: Random, installId: number): Story {
  const { enerflo } = dealer;
  yield minutes(random, 20, 200);
  const install = enerflo.installs.get(installId);
  if (!install) return;
  const { system } = install;
  const panelCount = system.panelCount + random.pick([-3, -1, 2, 4]);
  const sizeWatts = panelCount * system.panel.watts;
  const more = { id: 921, name: 'EV charger circuit', cost: 1_350, quantity: 1 };
  const adders = random.chance(0.5) ? [...system.adders, more] : system.adders;
  const order = enerflo.addChangeOrder({
    installId,
    values: {
      panel_count: { old: system.panelCount, new: panelCount },
      system_size: { old: system.sizeWatts / 1000, new: sizeWatts / 1000 },
      adders: { old: listed(system.adders), new: listed(adders) },
    },
    notes: 'Layout changed after the site survey.',
  });
  yield minutes(random, 25, 150);
  if (random.chance(0.15)) enerflo.voidChangeOrder(order.id);
  else enerflo.signChangeOrder(order.id, { panelCount, sizeWatts, adders });
}

function listed(adders: readonly { id: number; name: string; cost: number; quantity: number }[]) {
  return Object.fromEntries(
    adders.map(({ id, name, cost, quantity }) => [
      String(id),
      { id, name, cost, quantity, active: true, ignore_cost: false },
    ]),
  );
}
