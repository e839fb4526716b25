import { readFileSync } from 'node:fs';
import { plansOf } from './plans.ts';
import { listEvents } from '#lib/events/list-events.ts';
import { homeowner } from './homeowner.ts';
const { url, loaded } = JSON.parse(readFileSync('/tmp/hA/keep.json', 'utf8'));
const who = (t: number) => homeowner((t * 37) % Math.floor(loaded.homeowners / 2));
for (const t of [5, 11, 23]) {
const plans = await plansOf(url, [
  { name: 'three', aim: 50, ask: () => ({ q: who(t).lastName.slice(0, 3) }) },
  { name: 'last', aim: 50, ask: () => ({ q: who(t).lastName }) },
  { name: 'street', aim: 50, ask: () => ({ q: who(t).street.replace(/^\d+ /, '') }) },
], (db, question) => listEvents(db, { ...question.ask(0), limit: 50 }, { personal: true }));
for (const p of plans) { console.log('##', p.question, t); for (const s of p.statements) { const lines = s.split('\n'); for (const l of lines) { const m = /actual time=([\d.]+)\.\.([\d.]+) rows=([\d.]+) loops=(\d+)/.exec(l); if (m && Number(m[2]) * Number(m[4]) > 2) console.log('   ', l.slice(0, 75), m[0]); } console.log('   --'); } }
}
