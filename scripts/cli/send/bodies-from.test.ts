import { expect, test } from 'vitest';
import { eventTypeNamed } from '#lib/catalog/registry.ts';
import { valueAt } from '#lib/json.ts';
import { bodiesFrom } from './bodies-from.ts';

test('what is set stays in each fresh request, and the requests still differ', () => {
  const entry = eventTypeNamed('enerflo.v2.deal.created');
  const text = entry?.samples[0]?.text;
  if (!entry || !text) throw new Error('The catalog has no sample of deal.created.');
  const settings = ['payload.deal.id=0b9f1c52-6f0e-4a57-9d0c-5f2f6b1f7a11'];
  const make = bodiesFrom(entry, text, { settings, fresh: true });
  const bodies = [make(0), make(1)];
  expect(bodies.map((body) => valueAt(JSON.parse(body), 'payload.deal.id'))).toEqual([
    '0b9f1c52-6f0e-4a57-9d0c-5f2f6b1f7a11',
    '0b9f1c52-6f0e-4a57-9d0c-5f2f6b1f7a11',
  ]);
  expect(bodies[0]).not.toBe(bodies[1]);
});

test('a time and a number that are set stay too', () => {
  const entry = eventTypeNamed('enerflo.v1.update_install');
  if (!entry) throw new Error('The catalog has no update_install.');
  const text = JSON.stringify({
    webhook_event: 'update_install',
    id: 4711,
    customer: { id: 8822 },
    timestamps: { updated_at: '2026-02-05 16:20:11' },
  });
  const settings = ['id=900', 'timestamps.updated_at=2026-03-01 10:00:00'];
  const body = JSON.parse(bodiesFrom(entry, text, { settings, fresh: true })(0));
  expect(body).toMatchObject({ id: 900, timestamps: { updated_at: '2026-03-01 10:00:00' } });
  expect(body.customer.id).not.toBe(8822);
});
