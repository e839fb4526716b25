import { expect, test } from 'vitest';
import { readEvent } from '#lib/catalog/read-event.ts';
import { recognise } from '#lib/catalog/recognise.ts';
import { eventTypeNamed, eventTypes } from '#lib/catalog/registry.ts';
import type { Json } from '#lib/json.ts';
import { freshen } from './freshen.ts';

const now = new Date('2031-02-03T04:05:06.789Z');
const samples = eventTypes.flatMap((entry) =>
  entry.samples.map((sample) => ({ title: `${entry.name}: ${sample.title}`, entry, text: sample.text })),
);

function parsed(text: string): Json | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

test.each(samples)('$title: fresh copies are other happenings of the same type', ({ entry, text }) => {
  const body = parsed(text);
  if (body === null) return;
  const read = (from: Json) => {
    const recognition = recognise({ source: entry.source, name: entry.vendorName, body: from });
    return { type: recognition.type, ...readEvent(recognition) };
  };
  const make = freshen(entry, body);
  const first = make(0, now);
  const second = make(1, now);
  expect(first).not.toEqual(body);
  expect(first).not.toEqual(second);
  const before = read(body);
  const after = read(first);
  expect(after.type).toBe(before.type);
  expect(after.complete).toBe(before.complete);
  expect(after.records.map((record) => record.kind)).toEqual(before.records.map((record) => record.kind));
  const main = before.records.find((record) => record.main);
  if (main) expect(after.records.find((record) => record.main)?.id).not.toBe(main.id);
});

test('an id stays one id wherever it stands, and times keep their form', () => {
  const entry = eventTypeNamed('enerflo.v1.update_install');
  if (!entry) throw new Error('The catalog has no update_install.');
  const body: Json = {
    webhook_event: 'update_install',
    id: 4711,
    status: { id: 4, name: 'Active' },
    customer: { id: 8822, first_name: 'Ada' },
    timestamps: { created_at: '2026-01-05 16:20:11', updated_at: '2026-02-05 16:20:11', timezone: 'UTC' },
  };
  const copy = freshen(entry, body)(0, now);
  expect(copy).toMatchObject({
    status: { id: 4, name: 'Active' },
    customer: { first_name: 'Ada' },
    timestamps: { created_at: '2026-01-05 16:20:11', updated_at: '2031-02-03 04:05:06' },
  });
  expect(copy).not.toMatchObject({ id: 4711 });
  expect(copy).not.toMatchObject({ customer: { id: 8822 } });
});
