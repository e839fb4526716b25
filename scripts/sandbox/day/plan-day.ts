import type { Customer, Install } from '../enerflo/state/rows.ts';
import { cancellationReasons } from '../sunnova/cancellation-reasons.ts';
import type { Project } from '../sunnova/records.ts';
import type { Dealer } from './dealer.ts';
import type { Random } from './random.ts';
import { blocksStory, sunnovaOrderStory } from './stories/blocks-story.ts';
import { caseStory } from './stories/case-story.ts';
import { crmStory } from './stories/crm-story.ts';
import { installStory } from './stories/install-story.ts';
import { leadStory } from './stories/lead-story.ts';
import { resubmissionStory } from './stories/resubmission-story.ts';
import { sunnovaLeadStory } from './stories/sunnova-lead-story.ts';
import { happen, type Story } from './story.ts';

const minute = 60_000;
/** A day of the dealer has ten hours. */
export const dayLength = 600 * minute;

/** How often what begins in a day: with all that follows, some 2,000 webhooks. */
const amounts = {
  leads: 62,
  installs: 64,
  sunnovaLeads: 17,
  blocks: 24,
  sunnovaOrders: 5,
  newCases: 9,
  crm: 26,
  resubmissions: 2,
};

/**
 * Puts a whole day from `start` (ms since 1970) on the dealer's clock. Leads come mostly in the morning, the rest is
 * spread over the hours. Each story has chances of its own, so the same seed gives the same day.
 */
export function planDay(dealer: Dealer, random: Random, start: number): void {
  const { clock, enerflo, sunnova } = dealer;
  const begin = (name: string, at: number, story: (own: Random) => Story) => {
    const own = random.branch(name);
    clock.at(start + at * minute, () => happen(clock, story(own)));
  };
  const spread = (name: string, amount: number, [from, to]: readonly [number, number]) =>
    Array.from({ length: amount }, (_, number) => {
      const own = random.branch(`${name} at ${number}`);
      return { name: `${name} ${number}`, at: own.whole(from * 60, to * 60) / 60 };
    });

  for (const { name, at } of spread('lead', amounts.leads, [0, 520])) {
    // Two thirds come before noon.
    const early = random.branch(`${name} early`).chance(0.5) ? at / 2 : at;
    begin(name, early, (own) => leadStory(dealer, own));
  }
  for (const { name, at } of spread('install', amounts.installs, [0, 470])) {
    begin(name, at, function* (own) {
      const install = anyOf(own, activeInstalls(dealer));
      if (install) yield* installStory(dealer, own, install.id);
    });
  }
  for (const { name, at } of spread('resubmission', amounts.resubmissions, [30, 400])) {
    begin(name, at, function* (own) {
      const install = anyOf(own, activeInstalls(dealer));
      if (install) yield* resubmissionStory(dealer, own, install.id);
    });
  }
  for (const { name, at } of spread('sunnova lead', amounts.sunnovaLeads, [0, 380]))
    begin(name, at, (own) => sunnovaLeadStory(dealer, own));
  for (const { name, at } of spread('blocks', amounts.blocks, [0, 480])) {
    begin(name, at, function* (own) {
      const project = anyOf(own, liveProjects(dealer));
      if (project) yield* blocksStory(dealer, own, project);
    });
  }
  for (const { name, at } of spread('sunnova order', amounts.sunnovaOrders, [20, 420])) {
    begin(name, at, function* (own) {
      const project = anyOf(own, liveProjects(dealer));
      if (project) yield* sunnovaOrderStory(dealer, own, project);
    });
  }
  for (const one of sunnova.cases.filter(({ status }) => status !== 'Closed' && status !== 'Saved')) {
    const name = `case ${one.projectId}`;
    begin(name, random.branch(`${name} at`).whole(2, 200), (own) => caseStory(dealer, own, one));
  }
  for (const { name, at } of spread('new case', amounts.newCases, [5, 400])) {
    begin(name, at, function* (own) {
      const project = anyOf(own, liveProjects(dealer));
      if (project) yield* caseStory(dealer, own, sunnova.openCase(project, own.pick(cancellationReasons)));
    });
  }
  for (const { name, at } of spread('crm', amounts.crm, [5, 560])) {
    begin(name, at, function* (own) {
      const customer = anyOf(own, [...enerflo.customers.values()].filter(isThere));
      if (customer) yield* crmStory(dealer, own, customer);
    });
  }
}

const isThere = ({ deletedAt }: Customer) => deletedAt === null;

function activeInstalls({ enerflo }: Dealer): Install[] {
  return [...enerflo.installs.values()].filter(
    ({ deletedAt, statusId }) => deletedAt === null && enerflo.statuses.get(statusId)?.name === 'Active',
  );
}

/** Projects under construction that nobody wants to cancel. */
function liveProjects({ sunnova }: Dealer): Project[] {
  const withCase = new Set(sunnova.cases.map(({ projectId }) => projectId));
  return [...sunnova.projects.values()].filter(
    ({ id, status }) => status === 'Under Construction' && !withCase.has(id),
  );
}

function anyOf<T>(random: Random, all: readonly T[]): T | undefined {
  return all[random.whole(0, Math.max(0, all.length - 1))];
}
