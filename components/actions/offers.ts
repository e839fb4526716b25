/** What the menu of an event offers, by what the event tells of. Each is an operation, under the label that it has. */
type Offer = {
  operation: string;
  label: string;
  /** Offered only where this is told of as well: without it the form could not be filled in. */
  needs?: string;
  /** Not offered where this is told of: it would find what is there already. */
  without?: string;
  /** Offered only where the thing itself is told, not its id alone: the form is filled in with its fields. */
  inFull?: true;
  /** Stands below all others, where nobody chooses it by accident. */
  last?: boolean;
};

const ofInstall: readonly Offer[] = [
  { operation: 'enerflo.install.update-status', label: 'Change the status of an install' },
  { operation: 'enerflo.milestone.update', label: 'Complete or change a milestone' },
  { operation: 'enerflo.note.add', label: 'Add a note to an install' },
];

/** Beside the registry, so that a page which only links to forms need not load all of them; a test holds both alike. */
const offers: { [kind: string]: readonly Offer[] } = {
  'enerflo.install': ofInstall,
  'enerflo.customer': [
    { operation: 'enerflo.customer.update', label: 'Change a customer' },
    { operation: 'enerflo.appointment.create', label: 'Make an appointment' },
  ],
  // The form finds the install that came of the deal, and says so where there is none yet.
  'enerflo.deal': [
    ...ofInstall,
    {
      operation: 'enerflo.install.find-by-deal',
      label: 'Get the install of a deal',
      without: 'enerflo.install',
    },
  ],
  'enerflo.appointment': [
    { operation: 'enerflo.appointment.change', label: 'Change an appointment', needs: 'enerflo.customer' },
  ],
  'enerflo.note': [
    {
      operation: 'enerflo.note.delete',
      label: 'Delete a note of an install',
      needs: 'enerflo.install',
      last: true,
    },
  ],
  'sunnova.lead': [{ operation: 'enerflo.lead.add', label: 'Add a lead', inFull: true }],
};

/** What can be done about records of these kinds, and of kinds of which the id alone is told (`named`), each once. */
export function offersFor(kinds: readonly string[], named: readonly string[] = []): Offer[] {
  const all = [...new Set([...kinds, ...named])];
  const found = all
    .flatMap((kind) => (offers[kind] ?? []).filter(({ inFull }) => !inFull || kinds.includes(kind)))
    .filter(({ needs, without }) => (!needs || all.includes(needs)) && (!without || !all.includes(without)));
  const once = [...new Map(found.map((offer) => [offer.operation, offer])).values()];
  return once.toSorted((one, other) => Number(one.last ?? false) - Number(other.last ?? false));
}

/** Every kind for which something is offered. */
export const offeredKinds = Object.keys(offers);
