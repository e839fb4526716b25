import { expect, test } from 'vitest';
import { deliveryAdvice } from './delivery-advice.ts';

const failed = (code: string, responseStatus: number | null = null) =>
  deliveryAdvice({
    state: 'failed',
    error: { code, text: 'It did not work.' },
    canSendAgain: true,
    attempts: [{ responseStatus }],
  });

test('a doubtful delivery is looked up before it is sent again', () => {
  const advice = deliveryAdvice({ state: 'unknown', error: null, canSendAgain: true, attempts: [] });
  expect(advice?.text).toMatch(/^Look at the destination first/);
});

test('nothing is advised where a delivery goes on by itself or is through', () => {
  for (const state of ['waiting', 'sending', 'retrying', 'delivered', 'superseded', 'skipped'] as const)
    expect(deliveryAdvice({ state, error: null, canSendAgain: true, attempts: [] })).toBeNull();
});

test('a failure leads to the place where its cause can be mended', () => {
  expect(failed('ADDRESS_BLOCKED')?.where).toBe('settings');
  expect(failed('STATUS', 401)).toEqual({ text: expect.stringContaining('sign-in'), where: 'flow' });
  expect(failed('STATUS', 404)).toEqual({ text: expect.stringContaining('address'), where: 'flow' });
  expect(failed('STATUS', 422)?.text).toContain('answer below');
  expect(failed('STATUS', 503)).toEqual({ text: expect.stringContaining('is well'), where: null });
  expect(failed('STATUS', 429)?.text).toContain('is well');
  expect(failed('DNS')?.text).toContain('can be reached');
});

test('one that a newer delivery has overtaken is not sent again', () => {
  const advice = deliveryAdvice({ state: 'failed', error: null, canSendAgain: false, attempts: [] });
  expect(advice?.text).not.toContain('again');
});
