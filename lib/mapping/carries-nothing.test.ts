import { expect, test } from 'vitest';
import { applyMapping } from './apply-mapping.ts';
import { carriesNothing } from './carries-nothing.ts';

const email = { target: 'email', source: { kind: 'field' as const, path: 'email' } };
const origin = { target: 'origin', source: { kind: 'constant' as const, value: 'Enerflo' } };
const trace = (payload: Record<string, string | null>, rows: Parameters<typeof applyMapping>[1]) =>
  applyMapping({ payload, records: [] }, rows).trace;

test('fixed values around fields of which none came carry nothing', () => {
  expect(carriesNothing(trace({ name: 'Ada' }, [email, origin]))).toBe(true);
});

test('one field that came, or came emptied, is something; so are fixed values alone', () => {
  expect(carriesNothing(trace({ email: 'ada@example.com' }, [email, origin]))).toBe(false);
  expect(carriesNothing(trace({ email: null }, [email]))).toBe(false);
  expect(carriesNothing(trace({}, [origin]))).toBe(false);
});
