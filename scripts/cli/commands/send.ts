import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { EventType } from '#lib/catalog/event-type.ts';
import { eventTypeNamed, eventTypes } from '#lib/catalog/registry.ts';
import { publicUrl } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import type { Command } from '../command.ts';
import { addressOf } from '../send/address-of.ts';
import { bodiesFrom } from '../send/bodies-from.ts';
import { type SendResult, sendAll } from '../send/send-all.ts';
import { webhookKeys } from '../send/webhook-keys.ts';

const shownSingly = 20;

/** Sends sample events to a running Heliograph. */
export const send: Command = {
  name: 'send',
  summary: 'send a sample event (or many) to a running Heliograph',
  help: `Sends a sample of an event type from the catalog as a real request, and prints status and id of the answer.

  npm run cli -- send EVENT-TYPE [options]

  --to URL           the Heliograph to send to (default PUBLIC_URL, or http://localhost:PORT)
  --sample N         which of the type's samples (default 1)
  --body FILE        send this file instead of a sample
  --set PATH=VALUE   change a field of the body first; may be given several times
  --count N          how many requests (default 1)
  --rate N           at most so many a second (default: as fast as it goes)
  --fresh            new ids and the present time, so that it is no copy of an earlier one (the default with --count);
                     what --set names stays as it is set
  --same             exactly the same every time

Keys and passwords come from the settings (ENERFLO_WEBHOOK_KEY, …), or from DATA_DIR/keys.env.
The exit code is 0 only if every request was answered 202.

  npm run cli -- send enerflo.v1.new_customer
  npm run cli -- send enerflo.v1.new_customer --fresh --set first_name=Ada --set address.zip=01234
  npm run cli -- send sunnova.project-block --to http://localhost:4000
  npm run cli -- send enerflo.v1.update_install --count 500 --rate 50
  npm run cli -- send enerflo.v1.update_install --count 10 --same      one event, nine copies
  npm run cli -- send crm.contact.updated --body contact.json
  npm run cli -- types                                                 which types there are
`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        sample: { type: 'string', default: '1' },
        body: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        count: { type: 'string', default: '1' },
        rate: { type: 'string' },
        fresh: { type: 'boolean' },
        same: { type: 'boolean' },
      },
    });
    const entry = entryNamed(positionals[0]);
    const count = positive('count', values.count);
    const text =
      values.body === undefined
        ? sampleOf(entry, positive('sample', values.sample))
        : readFileSync(values.body, 'utf8');
    const fresh = !values.same && (values.fresh ?? count > 1);
    const bodies = bodiesFrom(entry, text, { settings: values.set, fresh });
    const address = addressOf(entry, values.to ?? publicUrl(), webhookKeys());
    const rate = values.rate === undefined ? null : positive('rate', values.rate);
    return report(count, (told) => sendAll(address, bodies, { count, rate, told }));
  },
};

function entryNamed(name: string | undefined): EventType {
  if (name === undefined)
    throw new AppError('INVALID', 'Say which event type to send; “npm run cli -- types” lists them.');
  const entry = eventTypeNamed(name);
  if (entry) return entry;
  const near = eventTypes
    .filter((one) => one.name.includes(name) || name.includes(one.vendorName))
    .map((one) => one.name);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '“npm run cli -- types” lists them.';
  throw new AppError('NOT_FOUND', `The catalog has no event type named ${name}. ${hint}`);
}

function sampleOf({ name, samples }: EventType, number: number): string {
  const sample = samples[number - 1];
  if (sample) return sample.text;
  const has = samples.length === 0 ? 'no sample' : `only ${samples.length}`;
  throw new AppError(
    'NOT_FOUND',
    `The catalog has ${has} of ${name}. Give a body of your own with --body FILE.`,
  );
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0 && (name === 'rate' || Number.isInteger(number))) return number;
  throw new AppError('INVALID', `--${name} must be a number above zero, not “${text}”.`);
}

async function report(
  count: number,
  run: (told: (result: SendResult) => void) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  const counts = new Map<string, number>();
  let accepted = 0;
  await run(({ status, id, said }) => {
    const outcome = `${status === 0 ? '---' : status} ${said}`;
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (status === 202) accepted += 1;
    if (count <= shownSingly) console.log(id === null ? outcome : `${outcome}  ${id}`);
  });
  if (count > shownSingly) {
    console.log(`${count} sent in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    for (const [outcome, number] of counts) console.log(`  ${number} × ${outcome}`);
  }
  return accepted === count ? 0 : 1;
}
