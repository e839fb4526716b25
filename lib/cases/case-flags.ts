import type { StatusMeaning } from '#lib/catalog/cancellation/statuses.ts';

/** What a case says of itself, as far as its flags depend on it. Null where Sunnova has not told. */
export type CaseClaims = {
  /** What its status means; null where there is none, or Sunnova's list has no such. */
  meaning: StatusMeaning | null;
  status: string | null;
  statusKnown: boolean;
  reason: string | null;
  reasonKnown: boolean;
  isConfirmed: boolean | null;
  /** Whether the cancellation is voided: Sunnova's `Saved_Cancellation`. */
  isSaved: boolean | null;
};

/** Something about a case that contradicts itself or Sunnova's lists: what it is, why it matters, what to do. */
export type CaseFlag = { id: string; word: string; explanation: string; whatToDo: string };

type Rule = CaseFlag & { holds: (claims: CaseClaims) => boolean };

const open = ({ meaning }: CaseClaims) => meaning === 'open' || meaning === 'action needed';
const closed = ({ meaning }: CaseClaims) => meaning === 'final';
const saved = ({ meaning }: CaseClaims) => meaning === 're-activated';

/** Each status against each of the two truth values, then the lists. What was not told contradicts nothing. */
const rules: readonly Rule[] = [
  {
    id: 'closed-not-confirmed',
    word: 'Closed, not confirmed',
    explanation:
      'The status says that the project is cancelled, yet Sunnova marks the cancellation as not confirmed.',
    whatToDo: 'Ask Sunnova whether the project is cancelled before you stop work on it.',
    holds: (claims) => closed(claims) && claims.isConfirmed === false,
  },
  {
    id: 'closed-voided',
    word: 'Closed, but voided',
    explanation:
      'The status says that the project is cancelled, yet Sunnova marks the cancellation as voided.',
    whatToDo: 'Ask Sunnova which of the two holds. If it is voided, the project goes on.',
    holds: (claims) => closed(claims) && claims.isSaved === true,
  },
  {
    id: 'saved-confirmed',
    word: 'Saved, but confirmed',
    explanation: 'The status says that the project goes on, yet Sunnova marks the cancellation as confirmed.',
    whatToDo: 'Ask Sunnova whether the project goes on before you put people on it.',
    holds: (claims) => saved(claims) && claims.isConfirmed === true,
  },
  {
    id: 'saved-not-voided',
    word: 'Saved, not voided',
    explanation:
      'The status says that the project goes on, yet Sunnova marks the cancellation as not voided.',
    whatToDo: 'Ask Sunnova to void the cancellation, so that the project is re-activated.',
    holds: (claims) => saved(claims) && claims.isSaved === false,
  },
  {
    id: 'open-confirmed',
    word: 'Confirmed while open',
    explanation: 'Sunnova marks the cancellation as confirmed, yet the case is not closed.',
    whatToDo: 'If you want to save the project, call Sunnova now: it may be closed any moment.',
    holds: (claims) => open(claims) && claims.isConfirmed === true,
  },
  {
    id: 'open-voided',
    word: 'Voided while open',
    explanation: 'Sunnova marks the cancellation as voided, yet the status is not Saved.',
    whatToDo: 'Wait for the status Saved, or ask Sunnova for it, before you go on with the project.',
    holds: (claims) => open(claims) && claims.isSaved === true,
  },
  {
    id: 'unknown-status',
    word: 'Status not listed',
    explanation: 'Sunnova sent a status that is not among the five that it documents.',
    whatToDo: 'Ask Sunnova what it means. Nobody is told to act on this case as long as that is open.',
    holds: ({ status, statusKnown }) => status !== null && !statusKnown,
  },
  {
    id: 'unknown-reason',
    word: 'Reason not listed',
    explanation: 'Sunnova sent a reason that is not among the 48 that it documents.',
    whatToDo: 'Read it as it stands. If it comes often, ask Sunnova what it means.',
    holds: ({ reason, reasonKnown }) => reason !== null && !reasonKnown,
  },
];

/** Not kept with the case, because another case brings it about: judged when cases are read. */
export const anotherOpen: CaseFlag = {
  id: 'another-open',
  word: 'Another case is open',
  explanation:
    'Another cancellation case of the same system project is open. One of them may be a duplicate.',
  whatToDo: 'Compare the two below. If they are the same request, ask Sunnova to close one of them.',
};

/** Every flag, in the order in which they are shown. */
export const caseFlags: readonly CaseFlag[] = [...rules.map(({ holds: _, ...flag }) => flag), anotherOpen];

/** The ids of the flags that a case raises by itself, in the order of `caseFlags`. */
export function flagsOf(claims: CaseClaims): string[] {
  return rules.filter((rule) => rule.holds(claims)).map((rule) => rule.id);
}

/** The flag of this id; one that the code no longer knows is shown by its id. */
export function caseFlag(id: string): CaseFlag {
  return caseFlags.find((flag) => flag.id === id) ?? { id, word: id, explanation: '', whatToDo: '' };
}
