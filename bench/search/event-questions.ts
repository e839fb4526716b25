import { idAt } from '#lib/db/id-at.ts';
import { countEvents } from '#lib/events/count-events.ts';
import { type EventFilter, listEvents } from '#lib/events/list-events.ts';
import { homeowner } from './homeowner.ts';
import type { Loaded } from './load.ts';
import { senders } from './make-event.ts';
import type { Known, Question } from './questions.ts';

/** What is asked of the log, about another one each time. */
type EventQuestion = Pick<Question, 'name' | 'aim' | 'finds'> & {
  /** A page of the list unless told: `count` counts up to 1,000, `deep` is a page far behind. */
  as?: 'count' | 'deep';
  ask: (time: number) => EventFilter;
};

const seeing = { personal: true };

/** Questions of the event log; each gives how many events it found. */
export function eventQuestions(loaded: Loaded, known: Known): Question[] {
  return eventFilters(loaded, known).map(({ name, aim, finds, as, ask }) => ({
    name,
    aim,
    finds,
    ask: async (db, time) => {
      const filter = ask(time);
      if (as === 'count') return (await countEvents(db, { ...filter, atMost: 1_000 }, seeing)).count;
      const middle = (loaded.from.getTime() + loaded.to.getTime()) / 2;
      const cursor = as === 'deep' ? idAt(middle - time * 3_600_000) : undefined;
      return (await listEvents(db, { ...filter, cursor, limit: 50 }, seeing)).items.length;
    },
  }));
}

function eventFilters(loaded: Loaded, known: Known): EventQuestion[] {
  const { busy, connections, homeowners, from } = loaded;
  const who = (time: number) => homeowner((time * 37) % Math.floor(homeowners / 2));
  const day = (number: number) => new Date(from.getTime() + number * 86_400_000).toISOString();
  const installs = { type: 'enerflo.v1.update_install' };
  const large = { type: 'enerflo.v2.deal.projectSubmitted' };
  const rare = { type: 'enerflo.roof_inspected' };
  const turn = (list: readonly string[], time: number) => list[time % list.length] ?? '';
  const list: EventQuestion[] = [
    { name: 'list: the newest', aim: 50, ask: () => ({}) },
    { name: 'list: a page far behind', aim: 50, as: 'deep', ask: () => ({}) },
    { name: 'filter: a source', aim: 50, ask: () => ({ source: 'sunnova' }) },
    { name: 'filter: an environment', aim: 50, ask: () => ({ environment: 'sandbox' }) },
    { name: 'filter: an account', aim: 50, ask: () => ({ connection: connections.production }) },
    { name: 'filter: a common type', aim: 50, ask: () => installs },
    { name: 'filter: a rare type', aim: 50, ask: () => rare },
    {
      name: 'filter: a common type in an account that rarely sends',
      aim: 50,
      ask: () => ({ ...installs, connection: connections.sandbox }),
    },
    { name: 'filter: a stage of the guide', aim: 50, ask: () => ({ stage: 'guide step 3.2' }) },
    { name: 'filter: a common outcome', aim: 50, ask: () => ({ outcome: 'delivered' }) },
    { name: 'filter: no flow wants it', aim: 50, ask: () => ({ outcome: 'ignored' }) },
    { name: 'filter: in doubt', aim: 50, ask: () => ({ outcome: 'unknown' }) },
    { name: 'filter: skipped', aim: 50, ask: () => ({ outcome: 'skipped' }) },
    { name: 'filter: superseded', aim: 50, finds: false, ask: () => ({ outcome: 'superseded' }) },
    { name: 'filter: not looked at yet', aim: 50, finds: false, ask: () => ({ outcome: 'received' }) },
    { name: 'filter: failed', aim: 50, ask: () => ({ outcome: 'failed' }) },
    { name: 'filter: failed, of a common type', aim: 50, ask: () => ({ ...installs, outcome: 'failed' }) },
    {
      name: 'filter: failed, of a rare type',
      aim: 50,
      finds: false,
      ask: () => ({ ...rare, outcome: 'failed' }),
    },
    { name: 'filter: being sent', aim: 50, ask: () => ({ outcome: 'sending' }) },
    { name: 'filter: retrying after an error', aim: 50, ask: () => ({ outcome: 'failing' }) },
    { name: 'filter: held by an earlier failure', aim: 50, ask: () => ({ outcome: 'held' }) },
    { name: 'filter: held, of a common type', aim: 50, ask: () => ({ ...installs, outcome: 'held' }) },
    {
      name: 'filter: held, in an account that rarely sends',
      aim: 50,
      finds: false,
      ask: () => ({ outcome: 'held', connection: connections.sandbox }),
    },
    { name: 'filter: copies', aim: 50, ask: () => ({ outcome: 'copies' }) },
    { name: 'filter: not recognised', aim: 50, ask: () => ({ outcome: 'not-recognised' }) },
    { name: 'filter: handled', aim: 50, ask: () => ({ handled: 'yes' }) },
    { name: 'filter: failed and not handled', aim: 50, ask: () => ({ outcome: 'failed', handled: 'no' }) },
    { name: 'filter: a day', aim: 50, ask: (time) => ({ from: day(time % 80), to: day((time % 80) + 1) }) },
    {
      name: 'filter: failed on a day',
      aim: 50,
      ask: (time) => ({ outcome: 'failed', from: day(time % 80), to: day((time % 80) + 1) }),
    },
    { name: 'filter: a common sender', aim: 50, ask: () => ({ address: senders.common }) },
    { name: 'filter: a rare sender', aim: 50, ask: () => ({ address: senders.rare }) },
  ];
  const records: EventQuestion[] = [
    { name: 'record: a usual install', aim: 50, ask: (time) => ({ record: turn(known.installs, time) }) },
    { name: 'record: an install with 500 events', aim: 50, ask: () => ({ record: known.busyInstall }) },
    {
      name: 'record: an install with 500 events, a page far behind',
      aim: 50,
      as: 'deep',
      ask: () => ({ record: known.busyInstall }),
    },
    {
      name: 'record: an install with 500 events, failed only',
      aim: 50,
      finds: false,
      ask: () => ({ record: known.busyInstall, outcome: 'failed' }),
    },
    {
      name: 'record: an install whose events are held',
      aim: 50,
      ask: (time) => ({ record: turn(known.heldInstalls, time), outcome: 'held' }),
    },
  ];
  const search: EventQuestion[] = [
    { name: 'id: an event', aim: 50, ask: (time) => ({ q: turn(known.eventIds, time) }) },
    {
      name: 'id: an event, its last eight characters',
      aim: 50,
      ask: (time) => ({ q: turn(known.eventIds, time).slice(-8) }),
    },
    { name: 'id: an install', aim: 50, ask: (time) => ({ q: String(who(time).installId) }) },
    { name: 'id: a deal', aim: 50, ask: (time) => ({ q: who(time).dealUuid }) },
    { name: 'id: a short code', aim: 50, ask: (time) => ({ q: who(time).shortCode }) },
    { name: 'id: a system project', aim: 50, ask: (time) => ({ q: who(time).systemProject }) },
    { name: 'id: of something unknown', aim: 50, ask: (time) => ({ q: turn(known.unknownIds, time) }) },
    {
      name: 'id: of an organisation that most events name',
      aim: 50,
      ask: () => ({ q: '0b1f6f0e-7f0c-4a35-9a55-000000000001' }),
    },
    { name: 'name: whole', aim: 50, ask: (time) => ({ q: `${who(time).firstName} ${who(time).lastName}` }) },
    { name: 'name: the last', aim: 50, ask: (time) => ({ q: who(time).lastName }) },
    { name: 'name: the first', aim: 50, ask: (time) => ({ q: who(time).firstName }) },
    {
      name: 'name: five letters of the last',
      aim: 50,
      ask: (time) => ({ q: who(time).lastName.slice(0, 5) }),
    },
    { name: 'name: three letters', aim: 50, ask: (time) => ({ q: who(time).lastName.slice(0, 3) }) },
    {
      name: 'name: of the homeowner with 500 events',
      aim: 50,
      ask: () => ({ q: `${busy.firstName} ${busy.lastName}` }),
    },
    {
      name: 'name: of a homeowner, failed only',
      aim: 50,
      finds: false,
      ask: (time) => ({ q: who(time).lastName, outcome: 'failed' }),
    },
    { name: 'e-mail', aim: 50, ask: (time) => ({ q: who(time).email }) },
    { name: 'e-mail: half of it', aim: 50, ask: (time) => ({ q: who(time).email.split('@')[0] ?? '' }) },
    {
      name: 'phone: whole, in another notation',
      aim: 50,
      ask: (time) => ({ q: `+1 (${who(time).digits.slice(0, 3)}) ${who(time).digits.slice(3)}` }),
    },
    { name: 'phone: half of it', aim: 50, ask: (time) => ({ q: who(time).digits.slice(4) }) },
    { name: 'phone: four digits', aim: 50, ask: (time) => ({ q: who(time).digits.slice(6) }) },
    { name: 'address: whole', aim: 50, ask: (time) => ({ q: who(time).street }) },
    {
      name: 'address: the street alone',
      aim: 50,
      ask: (time) => ({ q: who(time).street.replace(/^\d+ /, '') }),
    },
    {
      name: 'name: the last, in two weeks',
      aim: 50,
      ask: (time) => ({ q: who(time).lastName, from: day(40), to: day(54) }),
    },
    {
      name: 'name: the last, in an account that rarely sends',
      aim: 50,
      finds: false,
      ask: (time) => ({ q: who(time).lastName, connection: connections.sandbox }),
    },
    {
      name: 'name: the last, of a common type',
      aim: 50,
      ask: (time) => ({ q: who(time).lastName, ...installs }),
    },
    {
      name: 'name: the last, of a rare type',
      aim: 50,
      finds: false,
      ask: (time) => ({ q: who(time).lastName, ...rare }),
    },
    {
      name: 'phone: half of it, of a type in an account in two weeks',
      aim: 50,
      finds: false,
      ask: (time) => ({
        q: who(time).digits.slice(4),
        ...installs,
        connection: connections.production,
        from: day(40),
        to: day(54),
      }),
    },
    { name: 'nothing fits', aim: 50, finds: false, ask: (time) => ({ q: `zzyzx${time} qqq` }) },
    { name: 'nothing fits: digits', aim: 50, finds: false, ask: (time) => ({ q: `00000${time}000` }) },
  ];
  const fields: EventQuestion[] = [
    {
      name: 'field value: rare',
      aim: 200,
      ask: (time) => ({ ...installs, q: `agreement_id = ${turn(known.agreements, time)}` }),
    },
    { name: 'field value: common', aim: 200, ask: () => ({ ...installs, q: 'status.name = Active' }) },
    {
      name: 'field value: one in a thousand',
      aim: 200,
      ask: () => ({ ...installs, q: 'status.name = Rescinded' }),
    },
    {
      name: 'field value: rare, among large data',
      aim: 200,
      ask: (time) => ({ ...large, q: `payload.deal.shortCode = ${who(time).shortCode}` }),
    },
    {
      name: 'field value: common, among large data',
      aim: 200,
      ask: () => ({ ...large, q: 'payload.deal.state.financingStatus = approved' }),
    },
    {
      name: 'field value: nowhere',
      aim: 200,
      finds: false,
      ask: (time) => ({ ...installs, q: `status.name = Nowhere ${time}` }),
    },
  ];
  const counts: EventQuestion[] = [
    { name: 'count: all', aim: 50, as: 'count', ask: () => ({}) },
    { name: 'count: a common type', aim: 50, as: 'count', ask: () => installs },
    {
      name: 'count: failed and not handled',
      aim: 50,
      as: 'count',
      ask: () => ({ outcome: 'failed', handled: 'no' }),
    },
    { name: 'count: being sent', aim: 50, as: 'count', ask: () => ({ outcome: 'sending' }) },
    { name: 'count: held by an earlier failure', aim: 50, as: 'count', ask: () => ({ outcome: 'held' }) },
    {
      name: 'count: an install with 500 events',
      aim: 50,
      as: 'count',
      ask: () => ({ record: known.busyInstall }),
    },
    { name: 'count: a last name', aim: 50, as: 'count', ask: (time) => ({ q: who(time).lastName }) },
    {
      name: 'count: a common field value',
      aim: 200,
      as: 'count',
      ask: () => ({ ...installs, q: 'status.name = Active' }),
    },
    { name: 'count: a rare sender', aim: 50, as: 'count', ask: () => ({ address: senders.rare }) },
  ];
  return [...list, ...records, ...search, ...fields, ...counts];
}
