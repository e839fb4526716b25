import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { EventType, Sample } from '#lib/catalog/event-type.ts';
import { eventTypes } from '#lib/catalog/registry.ts';
import { sampleBody } from '#lib/catalog/sample-body.ts';
import { enerfloKey, openTestIngest, type Read, type TestIngest } from './testing/test-ingest.ts';

let ingest: TestIngest;
beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
});
afterAll(() => ingest.close());

const samples = eventTypes.flatMap((entry) => entry.samples.map((sample) => ({ entry, sample })));

/** As its vendor would send it. */
function send(entry: EventType, sample: Sample): Promise<Read> {
  return entry.source === 'sunnova'
    ? ingest.sunnova(entry.vendorName, sample.text)
    : ingest.enerflo(sample.text);
}

describe('every sample of the catalog, as printed', () => {
  test.each(samples.map(({ entry, sample }) => [`${entry.name}: ${sample.title}`, entry, sample] as const))(
    '%s',
    async (_title, entry, sample) => {
      const answer = await send(entry, sample);
      expect(answer).toMatchObject({ status: 202, outcome: 'accepted' });
      const event = await ingest.event(answer.id);
      expect(event).toMatchObject({ type: entry.name, known: true, complete: true });
      expect(event.about).not.toBeNull();
      expect(event.payload).toEqual(sampleBody(sample));
      expect(await ingest.bytesOf(event)).toEqual(Buffer.from(sample.text));
      const mended = /quote|comma/i.test(JSON.stringify(event.warnings));
      expect(mended).toBe(!isJson(sample.text));
    },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function sunnovaSample(word: string): string {
  const sample = eventTypes.find((entry) => entry.name === `sunnova.${word}`)?.samples[0];
  if (!sample) throw new Error(`no sample of ${word}`);
  return sample.text;
}

describe('what Sunnova sends', () => {
  test('a change order with two stages keeps the last and names both', async () => {
    const answer = await ingest.sunnova(
      'change-order',
      sunnovaSample('change-order').replace('4901369', '4901370'),
    );
    const { payload, warnings } = await ingest.event(answer.id);
    expect(payload).toMatchObject({ Stage: 'Substantial' });
    expect(warnings).toContainEqual(
      'The key "Stage" came twice: first "NTP", then "Substantial". The last one counts.',
    );
  });

  test('without a word in the address it is recognised by its keys', async () => {
    for (const entry of eventTypes.filter(({ source }) => source === 'sunnova')) {
      const answer = await ingest.sunnova(null, ` ${sunnovaSample(entry.vendorName)}`);
      expect(await ingest.event(answer.id)).toMatchObject({ type: entry.name, known: true });
    }
  });

  test('keys that contradict the address are taken, with a warning', async () => {
    const answer = await ingest.sunnova('lead-status', sunnovaSample('project-block'));
    const { type, warnings } = await ingest.event(answer.id);
    expect(type).toBe('sunnova.lead-status');
    expect(warnings).toContainEqual(expect.stringContaining('the keys are those of project-block'));
  });

  test('a word that nobody knows is taken by its keys, or under its own name', async () => {
    const byKeys = await ingest.event((await ingest.sunnova('blocks', sunnovaSample('project-block'))).id);
    expect(byKeys.type).toBe('sunnova.project-block');
    expect(byKeys.warnings).toContainEqual('No Sunnova webhook is called “blocks”.');
    const strange = await ingest.event((await ingest.sunnova('weather', { Sunny: true })).id);
    expect(strange).toMatchObject({ type: 'sunnova.weather', known: false });
  });

  test.each(['lead-assignment', 'change-order', 'cancellation-case'])(
    'a %s that breaks off is refused, and kept whole',
    async (word) => {
      const whole = sunnovaSample(word);
      for (const share of [0.3, 0.6, 0.95]) {
        const cut = whole.slice(0, Math.floor(whole.length * share));
        const answer = await ingest.sunnova(word, cut);
        expect(answer).toMatchObject({ status: 202, outcome: 'refused' });
        const refusal = await ingest.database.db.refusal.findUniqueOrThrow({ where: { id: answer.id } });
        expect(refusal).toMatchObject({
          reason: 'unreadable',
          authenticated: true,
          state: 'open',
          eventName: word,
        });
        expect(Buffer.from(refusal.bytes).toString()).toBe(cut);
      }
    },
  );
});

describe('the name of an Enerflo event', () => {
  test('may come beside a body that has none, in the address or a header', async () => {
    const body = { id: 77, note: 'made up' };
    const path = `enerflo/${enerfloKey}`;
    const inAddress = await ingest.send({ path, query: 'x=1&event=new_note' }, JSON.stringify(body));
    expect((await ingest.event(inAddress.id)).type).toBe('enerflo.v1.new_note');
    const inHeader = await ingest.enerflo({ ...body, id: 78 }, { 'x-enerflo-event': 'submit_install' });
    expect((await ingest.event(inHeader.id)).type).toBe('enerflo.v1.submit_install');
  });

  test('in the body counts more, and one that nobody knows is kept', async () => {
    const path = `enerflo/${enerfloKey}`;
    const both = await ingest.send(
      { path, query: 'event=new_note' },
      '{"webhook_event":"update_install","id":79}',
    );
    const { type, warnings } = await ingest.event(both.id);
    expect(type).toBe('enerflo.v1.update_install');
    expect(warnings).toContainEqual(expect.stringContaining('the body counts'));
    const strange = await ingest.event(
      (await ingest.enerflo({ event: 'deal.teleported', payload: { n: 1 } })).id,
    );
    expect(strange).toMatchObject({ type: 'enerflo.v2.deal.teleported', known: false, complete: true });
  });
});
