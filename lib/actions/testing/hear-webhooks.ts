import { uuidv7 } from 'uuidv7';
import { readEvent } from '#lib/catalog/read-event.ts';
import { recognise } from '#lib/catalog/recognise.ts';
import type { Json } from '#lib/json.ts';
import { storeObservations } from '#lib/records/store-observations.ts';
import { randomFrom } from '../../../scripts/sandbox/day/random.ts';
import type { Change } from '../../../scripts/sandbox/enerflo/state/change.ts';
import { webhooksOf } from '../../../scripts/sandbox/webhooks/webhooks-of.ts';
import type { EnerfloSetup } from './set-up-enerflo.ts';

/** What changes in the stand-in from now on, and has not been told yet. */
export function watchChanges({ enerflo }: EnerfloSetup): Change[] {
  const changes: Change[] = [];
  enerflo.state.on((change) => changes.push(change));
  return changes;
}

/**
 * Has the records hear the 1.0 webhooks of these changes, which are gone then, in the form that was captured. Gives the fields that were known and hold another value since, as `enerflo.install status`: what a flow
 * would take for somebody's change.
 */
export async function hearWebhooks(
  { enerflo, database, connectionId }: EnerfloSetup,
  changes: Change[],
): Promise<string[]> {
  const telling = { seen: enerflo.state, random: randomFrom(1) };
  const due = changes.splice(0).flatMap((change) => webhooksOf(telling, change));
  const changed: string[] = [];
  for (const { version, body } of due) {
    if (version !== 'v1') continue;
    const told: Json = JSON.parse(JSON.stringify(body({ installs: 'captured', at: Date.now() })));
    const { records } = readEvent(recognise({ source: 'enerflo', body: told }));
    const eventId = uuidv7();
    const heard = records.map(({ kind, id, main, clock, fields }) => ({
      connectionId,
      kind,
      externalId: id,
      main,
      origin: 'event' as const,
      eventId,
      arrivedAt: new Date(),
      clock: clock === null ? null : new Date(clock),
      fields: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
    }));
    const effects = await database.db.$transaction((tx) => storeObservations(tx, heard));
    changed.push(...effects.flatMap((effect) => effect.changed.map((field) => `${effect.kind} ${field}`)));
  }
  return changed;
}
