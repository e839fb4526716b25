import type { Note } from '../../../scripts/sandbox/enerflo/state/rows.ts';
import type { ReadingBench } from './reading-bench.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Older = { edited: Note; deleted: Note };

/** Two notes of twenty days before nothing ran any more, and an install that was worked on then. */
export function weeksBefore({ clock, enerflo }: ReadingBench): Older {
  const { addNote, installs, setStatus } = enerflo.state;
  const [install, , , , , quiet] = [...installs.values()].filter((one) => !one.deletedAt);
  if (!install || !quiet) throw new Error('too little was seeded');
  clock.advance(-20 * DAY);
  const made = (text: string) => addNote({ installId: install.id, text, userId: install.agentUserId ?? 1 });
  const older = { edited: made('The homeowner will call back.'), deleted: made('Wrong install, sorry.') };
  setStatus(quiet.id, 'On Hold');
  clock.advance(20 * DAY);
  return older;
}

/** Six hours at Enerflo of which no webhook comes. Gives the install that one webhook tells of nevertheless. */
export function sixHours({ clock, enerflo }: ReadingBench, older: Older) {
  const { settings, state: act } = enerflo;
  const [held, built, ordered, voided, told, slow] = [...act.installs.values()].filter(
    (one) => !one.deletedAt,
  );
  const [moved] = act.customers.values();
  if (!held || !built || !ordered || !voided || !told || !slow || !moved)
    throw new Error('too little was seeded');
  const person = { street: '4 Cedar Way', city: 'Mesa', state: 'AZ', zip: '85201' };

  clock.advance(HOUR);
  act.setStatus(held.id, 'On Hold');
  act.addLead({ firstName: 'Nora', lastName: 'Lind', ...person });
  clock.advance(HOUR);
  const next = act.milestonesOf(built.id).find((row) => row.completedOn === null);
  if (next) act.setMilestone(next.id, { completedOn: '2026-05-04' });
  // At some Enerflo such an edit moves the install's own time, at some it does not.
  settings.milestoneTouchesInstall = false;
  const quiet = act.milestonesOf(slow.id).find((row) => row.completedOn === null);
  if (quiet) act.setMilestone(quiet.id, { completedOn: '2026-05-05' });
  settings.milestoneTouchesInstall = true;
  act.addNote({ installId: built.id, text: 'Inspection passed.', userId: built.agentUserId ?? 1 });
  // Nobody is told of a note that is written anew or deleted; the stand-in's people do the first by its table alone.
  const edited = { ...older.edited, text: 'The homeowner will call back on Monday.', updatedAt: act.now() };
  act.notes.set(edited.id, edited);
  act.deleteNote(older.deleted.id);
  clock.advance(HOUR);
  const order = act.addChangeOrder({ installId: ordered.id, values: {} });
  act.signChangeOrder(order.id, { panelCount: ordered.system.panelCount + 4 });
  act.updateCustomer(moved.id, { phone: '4805550199', email: 'moved@example.com' });
  clock.advance(HOUR);
  act.voidInstall(voided.id);
  const lead = act.addLead({ firstName: 'Tove', lastName: 'Berg', ...person, street: '9 Cedar Way' });
  const deal = act.addDeal({ customerId: lead.id });
  act.submitDeal(deal.id);
  const fresh = act.approveDeal(deal.id);
  clock.advance(HOUR);
  const completed = act.setStatus(told.id, 'Completed');
  clock.advance(HOUR / 2);
  return { held, built, ordered, voided, told, completed, moved, fresh, lead, next, quiet, edited };
}
