/** What the menu of an event offers, by what the event tells of. Each is an operation, under the label that it has. */
type Offer = { operation: string; label: string };

/** Beside the registry, so that a page which only links to forms need not load all of them; a test holds both alike. */
const offers: { [kind: string]: readonly Offer[] } = {
  'enerflo.install': [
    { operation: 'enerflo.install.update-status', label: 'Change the status of an install' },
    { operation: 'enerflo.milestone.update', label: 'Complete or change a milestone' },
    { operation: 'enerflo.note.add', label: 'Add a note to an install' },
  ],
  'enerflo.customer': [
    { operation: 'enerflo.customer.update', label: 'Change a customer' },
    { operation: 'enerflo.appointment.create', label: 'Make an appointment' },
  ],
  'enerflo.deal': [{ operation: 'enerflo.install.find-by-deal', label: 'Get the install of a deal' }],
};

/** What can be done about records of these kinds, each once. */
export function offersFor(kinds: readonly string[]): Offer[] {
  const found = [...new Set(kinds)].flatMap((kind) => offers[kind] ?? []);
  return [...new Map(found.map((offer) => [offer.operation, offer])).values()];
}

/** Every kind for which something is offered. */
export const offeredKinds = Object.keys(offers);
