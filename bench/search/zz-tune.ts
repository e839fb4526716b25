import { readFileSync } from 'node:fs';
import { openDatabase } from '#lib/db/database.ts';
import { findRecords } from '#lib/events/find-records.ts';
import { searchTerms } from '#lib/events/search-terms.schema.ts';
import { eventsOfRecords } from '#lib/events/event-finders.ts';
import { countEvents } from '#lib/events/count-events.ts';
import { listEvents } from '#lib/events/list-events.ts';
import { homeowner } from './homeowner.ts';
const { url, loaded } = JSON.parse(readFileSync('/tmp/hA/keep.json', 'utf8'));
const { db, close } = openDatabase(url, { connections: 4 });
const who = (t: number) => homeowner((t * 37) % Math.floor(loaded.homeowners / 2));
const cases: Record<string, (t: number) => string> = {
  last: (t) => who(t).lastName, first: (t) => who(t).firstName, three: (t) => who(t).lastName.slice(0, 3),
  street: (t) => who(t).street.replace(/^\d+ /, ''), four: (t) => who(t).digits.slice(6), email: (t) => who(t).email, whole: (t) => `${who(t).firstName} ${who(t).lastName}`,
};
const seeing = { personal: true };
const q = (a: number[], s: number) => a.sort((x, y) => x - y)[Math.min(a.length - 1, Math.floor(a.length * s))]!.toFixed(1);
for (const [name, ask] of Object.entries(cases)) {
  const f: number[] = [], e: number[] = [], all: number[] = [], c: number[] = []; let n = 0;
  for (let t = 0; t < 43; t++) {
    const text = searchTerms(ask(t)).text!;
    let b = performance.now();
    const records = await findRecords(db, text, { ...seeing, accounts: null });
    const found = performance.now() - b;
    b = performance.now();
    await eventsOfRecords({ db, conditions: { event: [], state: [], accounts: null, types: null }, range: () => [], limit: 51 }, records);
    const events = performance.now() - b;
    b = performance.now();
    await listEvents(db, { q: ask(t + 50), limit: 50 }, seeing);
    const list = performance.now() - b;
    b = performance.now();
    await countEvents(db, { q: ask(t + 100), atMost: 1000 }, seeing);
    const count = performance.now() - b;
    if (t >= 3) { f.push(found); e.push(events); all.push(list); c.push(count); n = Math.max(n, records.length); }
  }
  console.log(name.padEnd(8), 'records', n, 'find', q(f, 0.5), q(f, 0.95), 'events', q(e, 0.5), q(e, 0.95), 'list', q(all, 0.5), q(all, 0.95), 'count', q(c, 0.5), q(c, 0.95));
}
await close();
