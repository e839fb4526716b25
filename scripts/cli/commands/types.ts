import { parseArgs } from 'node:util';
import { eventTypes } from '#lib/catalog/registry.ts';
import type { Command } from '../command.ts';

/** Lists the catalog of event types. */
export const types: Command = {
  name: 'types',
  summary: 'list the event types of the catalog',
  help: `Lists the event types that Heliograph knows: name, label, and how many samples "send" has of it.

  npm run cli -- types               all of them
  npm run cli -- types install       those with "install" in their name or label
  npm run cli -- types sunnova
`,
  run: async (args) => {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const wanted = positionals.join(' ').toLowerCase();
    const found = eventTypes.filter(({ name, label }) => `${name} ${label}`.toLowerCase().includes(wanted));
    const width = Math.max(0, ...found.map(({ name }) => name.length));
    const labels = Math.max(0, ...found.map(({ label }) => label.length));
    for (const { name, label, samples } of found) {
      const count =
        samples.length === 0 ? 'no sample' : samples.length === 1 ? '1 sample' : `${samples.length} samples`;
      console.log(`${name.padEnd(width)}  ${label.padEnd(labels)}  ${count}`);
    }
    if (found.length === 0) console.log(`No event type has “${wanted}” in its name or label.`);
    return found.length === 0 ? 1 : 0;
  },
};
