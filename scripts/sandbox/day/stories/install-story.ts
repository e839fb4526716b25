import type { Install } from '../../enerflo/state/rows.ts';
import type { Dealer } from '../dealer.ts';
import type { Random } from '../random.ts';
import { happen, minutes, type Story } from '../story.ts';
import { talks } from '../talk.ts';
import { changeOrderStory } from './change-order-story.ts';

/** An install that just appeared: the first milestone is done, somebody calls. */
export function* freshInstallStory(dealer: Dealer, random: Random, installId: number): Story {
  yield minutes(random, 3, 15);
  completeNext(dealer, random, installId);
  yield minutes(random, 15, 90);
  completeNext(dealer, random, installId);
  dealer.enerflo.addNote({
    installId,
    text: 'Welcome call done. Homeowner is happy, asks for mornings only.',
    userId: colleague(dealer, random),
  });
}

/** A day in the life of an install that was there before: milestones, talk, holds, change orders, the end of it. */
export function* installStory(dealer: Dealer, random: Random, installId: number): Story {
  const { enerflo } = dealer;
  if (random.chance(0.55)) happen(dealer.clock, talkStory(dealer, random.branch('talk'), installId));
  if (random.chance(0.2)) happen(dealer.clock, changeOrderStory(dealer, random.branch('order'), installId));
  if (random.chance(0.17)) {
    happen(dealer.clock, holdStory(dealer, random.branch('hold'), installId));
    return;
  }
  for (let step = random.whole(1, 3); step > 0; step--) {
    completeNext(dealer, random, installId);
    yield minutes(random, 1, 6);
    beginNext(dealer, random, installId);
    yield minutes(random, 45, 200);
  }
  const open = enerflo.milestonesOf(installId).filter(({ completedOn }) => completedOn === null);
  if (open.length === 0 && label(dealer, installId) === 'Active') enerflo.setStatus(installId, 'Completed');
  if (random.chance(0.15)) {
    enerflo.updateInstall(installId, { agentUserId: colleague(dealer, random) });
  }
}

/** Put on hold for a reason that is written down, and taken up again. */
function* holdStory(dealer: Dealer, random: Random, installId: number): Story {
  const { enerflo } = dealer;
  const [status, why, after] = random.pick<readonly [string, string, string]>([
    [
      'On Hold',
      'On hold: roof has to be repaired first, homeowner has a roofer.',
      'Roof is done, photos are in.',
    ],
    ['On Hold', 'On hold until the HOA meets.', 'HOA said yes.'],
    ['Pending KCA', 'Waiting for the known customer agreement.', 'Agreement is here.'],
  ]);
  if (label(dealer, installId) === 'Active') {
    enerflo.setStatus(installId, status);
    yield minutes(random, 1, 4);
    enerflo.addNote({ installId, text: why, userId: colleague(dealer, random) });
    yield minutes(random, 70, 260);
  }
  if (random.chance(0.1)) {
    enerflo.setStatus(installId, 'Cancelled');
    return;
  }
  enerflo.addNote({ installId, text: after, userId: colleague(dealer, random) });
  yield minutes(random, 2, 10);
  enerflo.setStatus(installId, 'Active');
}

function* talkStory(dealer: Dealer, random: Random, installId: number): Story {
  for (const text of random.pick<readonly string[]>(talks)) {
    yield minutes(random, 6, 90);
    dealer.enerflo.addNote({ installId, text, userId: colleague(dealer, random) });
  }
}

/** The first open milestone is done today; with all done there is nothing to do. */
function completeNext({ enerflo, clock }: Dealer, random: Random, installId: number): void {
  const next = nextOpen(enerflo.milestonesOf(installId));
  if (!next) return;
  enerflo.setMilestone(next.id, {
    startDate: next.startDate ?? day(clock.now() - random.whole(1, 6) * 86_400_000),
    completedOn: day(clock.now()),
  });
}

/** The next one is begun, and said when it should be done: an edit that completes nothing. */
function beginNext({ enerflo, clock }: Dealer, random: Random, installId: number): void {
  const next = nextOpen(enerflo.milestonesOf(installId));
  if (!next) return;
  enerflo.setMilestone(next.id, {
    startDate: day(clock.now()),
    estimatedCompletionDate: day(clock.now() + random.whole(3, 25) * 86_400_000),
  });
}

function nextOpen<M extends { completedOn: string | null }>(milestones: readonly M[]): M | undefined {
  return milestones.find(({ completedOn }) => completedOn === null);
}

function label({ enerflo }: Dealer, installId: number): string {
  const install: Install | undefined = enerflo.installs.get(installId);
  return enerflo.statuses.get(install?.statusId ?? 0)?.name ?? '';
}

/** Someone who works here; never the integration's own user, which is the first. */
function colleague({ enerflo }: Dealer, random: Random): number {
  const [, first, ...rest] = [...enerflo.users.keys()].slice(0, 24);
  if (first === undefined) throw new Error('The stand-in has nobody who works there.');
  return random.pick([first, ...rest]);
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
