import type { Company, Customer, Deal, System, User } from '../../enerflo/state/rows.ts';
import { uuidFrom } from '../../enerflo/state/uuid.ts';
import { numbersFrom } from '../../shared/numbers-from.ts';
import { signedFile } from './signed-file.ts';
import { dealState } from './v2-deal.ts';
import { type Envelope, v2Body } from './v2-envelope.ts';
import { pricingOutputs } from './v2-pricing.ts';

export type Submission = {
  deal: Deal;
  customer: Customer;
  rep: User | null;
  sales: Company;
  installer: Company;
  /** When it is sent, ms since 1970: the addresses of files are signed for a few hours from then. */
  at: number;
};

const fileNames = [
  ['Contract.pdf', 'signed-contract'],
  ['Proposal.pdf', 'proposal'],
  ['Utility bill.pdf', 'utility-bill'],
  ['Loan documents.pdf', 'financing'],
  ['Front of house.jpg', 'site-survey'],
  ['Main panel.jpg', 'site-survey'],
  ['Attic.jpg', 'site-survey'],
  ['Photo ID.jpg', 'customers-photo-id'],
] as const;

/**
 * `deal.projectSubmitted` (to the seller) or `deal.projectReceived` (to the installer) in the tree of the capture, some
 * 70 KB (field facts 4.3). The homeowner comes without e-mail and phone. The same deal makes the same body, but for
 * the signatures of its files.
 */
export function v2Submission(
  event: 'deal.projectSubmitted' | 'deal.projectReceived',
  envelope: Envelope,
  submission: Submission,
): object {
  const { deal, customer, rep, at } = submission;
  const random = numbersFrom(deal.id);
  const file = ([name, source]: readonly [string, string]) => {
    const id = uuidFrom(random);
    return { id, name, source, url: signedFile(id, name, at), isPublic: false };
  };
  const files = fileNames.map(file);
  const state = {
    ...dealState(deal),
    ...answers(deal.system, random),
    signedContractFiles: files.slice(0, 1).map(({ name, url }) => ({ name, externalUrl: url })),
  };
  return v2Body(event, envelope, {
    customer: { id: customer.uuid, firstName: customer.firstName, lastName: customer.lastName },
    deal: { id: deal.uuid, shortCode: deal.shortCode, salesRep: rep ? { id: rep.uuid } : [], files, state },
    design: {
      id: uuidFrom(random),
      files: [file(['Layout.png', 'design'])],
      arrays: [],
      totalSystemSizeWatts: deal.system.sizeWatts,
    },
    proposal: {
      id: uuidFrom(random),
      files: [file(['Proposal.pdf', 'proposal'])],
      financeProduct: [],
      pricingOutputs: pricingOutputs(submission, state, random),
    },
  });
}

/** Sections of the state that each company defines for itself. */
function answers(system: System, random: () => number) {
  return {
    'notes-comments': random() < 0.5 ? '' : 'Gate code is on the work order. Please call ahead.',
    'site-survey': { 'roof-age': Math.floor(random() * 20), 'main-panel-amps': 200, 'attic-access': true },
    'utility-bill': { provided: true, utility: system.utility.name },
    'system-offset': { acknowledged: true, percent: Math.round(system.offset * 100) },
    'lender-welcome-call': { completed: system.lender !== 'Cash' },
    'sales-rep-confirmation': { confirmed: true },
    'additional-work-substage': system.adders.map(({ name }) => name),
    'customers-photo-id': [],
    'additional-documentation': [],
  };
}
