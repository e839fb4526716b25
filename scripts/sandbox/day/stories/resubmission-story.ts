import type { Dealer } from '../dealer.ts';
import type { Random } from '../random.ts';
import { minutes, type Story } from '../story.ts';

/** An agreement is voided, signed anew and submitted again: the same install comes back (guide stage 2). */
export function* resubmissionStory({ enerflo }: Dealer, random: Random, installId: number): Story {
  const install = enerflo.voidInstall(installId);
  yield minutes(random, 40, 120);
  enerflo.updateDeal(install.dealId, { stage: 'signed' });
  yield minutes(random, 5, 25);
  enerflo.submitDeal(install.dealId);
  yield minutes(random, 10, 40);
  enerflo.approveDeal(install.dealId);
}
