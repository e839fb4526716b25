import type { Json, JsonObject } from '#lib/json.ts';
import type { LookedUp, Subject } from '../operation.ts';
import { textOf } from '../read-answer.ts';
import { isThisPerson, type Person, personsIn } from './customers-found.ts';
import { cameAfter, cameAt, dealsOf, type InstallOfDeal } from './deals-of-customer.ts';

/** Enerflo's clock and ours may differ by so much: what changed so shortly before may still be of this request. */
const CLOCKS_APART = 60_000;

/**
 * What a search tells of an install that was sent with its customer (field facts 5.7, 5.8). An install that came after
 * the request left is its own, unless it is that of another contract of the same person (`oneOf`). One that was there
 * before may have been updated by it: Enerflo tells when it changed, not what, so where it changed since a person decides.
 * So does he where what came has only the e-mail address of this person, which many may share, or another id of ours.
 * Null where nothing of it is there.
 */
export function installFound(body: Json, person: Person, sentAt: Date): LookedUp | null {
  const rows = personsIn(body, person);
  const found = rows.flatMap((row) => installsOf(row).map((install) => ({ row, install })));
  const came = found.filter(({ install }) => cameAfter(install.created, sentAt));
  const made = came.filter(({ row }) => isThisPerson(row, person));
  if (made.length > 0) {
    return {
      oneOf: made.map(({ row, install }) => ({
        words: 'The lead and its install are there.',
        subjects: [{ kind: 'enerflo.install', id: install.id }, ...customerOf(row)],
        data: row,
      })),
    };
  }
  const touched = found.find((one) => !came.includes(one) && mayBeOf(one.install, sentAt));
  if (touched) return inDoubt(touched.row, doubts.touched);
  if (came[0]) return inDoubt(came[0].row, doubts.installOfAnother);
  const untold = rows.find((row) => dealsOf(row) === null);
  if (untold) return inDoubt(untold, doubts.untold);

  const alone = rows.filter((row) => cameAfter(cameAt(row), sentAt));
  const own = alone.find((row) => isThisPerson(row, person));
  if (own) {
    return {
      partly: {
        text: 'The customer is in Enerflo, but has no install.',
        whatToDo:
          'Look at the customer in Enerflo. Sent again without an id of yours for the customer, it may be there twice.',
        subjects: customerOf(own),
      },
    };
  }
  return alone[0] ? inDoubt(alone[0], doubts.another) : null;
}

const lookAtInstalls = 'Look at the installs of the customer in Enerflo before you send it again.';
const lookAtCustomers = 'Look at the customers with this e-mail address in Enerflo before you send it again.';

/** Why nobody can say from here whether it arrived, and what to do. */
const doubts = {
  touched: {
    text: 'The customer has an install that was there before and changed since. Enerflo does not tell what changed, so nobody can say from here whether this arrived.',
    whatToDo: lookAtInstalls,
  },
  untold: {
    text: 'The customer is in Enerflo, but it does not tell of installs, so nobody can say from here whether this one arrived.',
    whatToDo: lookAtInstalls,
  },
  installOfAnother: {
    text: 'An install came since for a customer with this e-mail address, but under another name or another id of yours. It may be that of another person or contract, so nobody can say from here whether this arrived.',
    whatToDo: lookAtCustomers,
  },
  another: {
    text: 'A customer with this e-mail address came since, but under another name or another id of yours, and without an install. It may be another person, so nobody can say from here whether this arrived.',
    whatToDo: lookAtCustomers,
  },
};

function inDoubt(row: JsonObject, doubt: { text: string; whatToDo: string }): LookedUp {
  return { undecided: { ...doubt, subjects: customerOf(row) } };
}

function installsOf(customer: JsonObject): InstallOfDeal[] {
  return (dealsOf(customer) ?? []).flatMap(({ install }) => install ?? []);
}

/** Changed since it was sent, or at a time that Enerflo does not tell. */
function mayBeOf({ created, updated }: InstallOfDeal, sentAt: Date): boolean {
  const last = updated ?? created;
  return last === null || last.getTime() >= sentAt.getTime() - CLOCKS_APART;
}

function customerOf(row: JsonObject): Subject[] {
  const id = textOf(row, 'id');
  return id === null ? [] : [{ kind: 'enerflo.customer', id }];
}
