import type { CaseFilter } from '#lib/cases/cases.contract.ts';
import { countCases, listCases } from '#lib/cases/list-cases.ts';
import type { Loaded } from './load.ts';
import type { Known, KnownCase, Question } from './questions.ts';

const reader = { personal: true };
const aim = 50;

/** Questions of the cancellation cases; each gives how many it found. */
export function caseQuestions({ connections, from }: Loaded, { cases }: Known): Question[] {
  const one = (time: number): KnownCase => {
    const found = cases[(time * 7) % cases.length];
    if (!found) throw new Error('There is no case.');
    return found;
  };
  const list = (name: string, ask: (time: number) => CaseFilter, finds?: false): Question => ({
    name: `cases: ${name}`,
    aim,
    finds,
    ask: async (db, time) => (await listCases(db, { ...ask(time), limit: 50 }, reader)).items.length,
  });
  const count = (name: string, filter: CaseFilter): Question => ({
    name: `cases, count: ${name}`,
    aim,
    ask: async (db) => (await countCases(db, { ...filter, atMost: 1_000 }, reader)).count,
  });
  const search = (name: string, q: (found: KnownCase) => string) =>
    list(`search: ${name}`, (time) => ({ q: q(one(time)) }));
  const day = (number: number) => new Date(from.getTime() + number * 86_400_000).toISOString().slice(0, 10);
  const lastName = ({ homeowner }: KnownCase) => homeowner.split(' ').at(-1) ?? '';
  return [
    list('the newest', () => ({})),
    {
      name: 'cases: a page far behind',
      aim,
      ask: async (db, time) => {
        const { at, id } = one(time);
        return (await listCases(db, { cursor: `${at}_${id}`, limit: 50 }, reader)).items.length;
      },
    },
    list('open', () => ({ status: 'open' })),
    list('a status', () => ({ status: 'Pending Partner Response' })),
    list('a common reason', () => ({ reason: 'Homeowner Moved' })),
    list('a reason, closed', () => ({ reason: 'Shading', status: 'Closed' })),
    list('any contradiction', () => ({ flag: 'any' })),
    list('closed, not confirmed', () => ({ flag: 'closed-not-confirmed' })),
    list('an account', () => ({ connection: connections.sunnova })),
    list('a category', () => ({ category: 'Credit' })),
    list('an environment', () => ({ environment: 'production' })),
    list('last heard of in a week', (time) => ({
      heardFrom: `${day(time % 80)}T00:00:00Z`,
      heardTo: `${day((time % 80) + 7)}T00:00:00Z`,
    })),
    list('last heard of in the last day', () => ({ heardWithin: '24h' }), false),
    list('requested in a week', (time) => ({
      requestedFrom: day(time % 80),
      requestedTo: day((time % 80) + 7),
    })),
    search('a name, whole', ({ homeowner }) => homeowner),
    search('a last name', lastName),
    search('five letters of a last name', (found) => lastName(found).slice(0, 5)),
    search('an address', ({ address }) => address.split(',')[0] ?? ''),
    search('the street alone', ({ address }) => (address.split(',')[0] ?? '').replace(/^\d+ /, '')),
    search('a system project', ({ project }) => project),
    search('a case by its id', ({ id }) => id),
    list('search: a last name, open', (time) => ({ q: lastName(one(time)), status: 'open' }), false),
    list('search: a phone number', (time) => ({ q: `480555${String(1_000 + time)}` }), false),
    list('search: nothing fits', (time) => ({ q: `zzyzx${time} qqq` }), false),
    count('waiting for an answer', { status: 'Pending Partner Response', environment: 'production' }),
    count('all', {}),
  ];
}
