import { expect, test } from 'vitest';
import { chooseAccount } from './choose-account.ts';

const account = (id: string, more: { environment?: 'sandbox'; disabledAt?: string } = {}) => ({
  id,
  source: 'enerflo' as const,
  environment: 'production' as const,
  name: id,
  disabledAt: null,
  ...more,
});
const closed = account('closed', { disabledAt: '2026-03-01T00:00:00Z' });
const all = [account('trial', { environment: 'sandbox' }), account('first'), account('second'), closed];

test('the account of the address comes before the one used last, and that before the first of production', () => {
  const chosen = (asked: string | null, last: string | null) =>
    chooseAccount(all, { asked, last }).account?.id;
  expect(chosen('second', 'trial')).toBe('second');
  expect(chosen(null, 'trial')).toBe('trial');
  expect(chosen(null, null)).toBe('first');
  expect(chosen(null, 'closed')).toBe('first');
});

test('opened from something of an account it is that account, whatever was used last', () => {
  const chosen = chooseAccount(all, { fixed: 'second', asked: 'first', last: 'first' });
  expect(chosen).toMatchObject({ account: { id: 'second' }, switchedOff: undefined });
});

test('opened from something of an account that is switched off it is no other account', () => {
  const chosen = chooseAccount(all, { fixed: 'closed', asked: 'first', last: 'second' });
  expect(chosen.account).toBeUndefined();
  expect(chosen.switchedOff).toBe(closed);
  expect(chooseAccount(all, { fixed: 'gone', asked: null, last: 'first' })).toMatchObject({
    account: undefined,
    switchedOff: undefined,
  });
});

test('nothing of a sandbox meets production', () => {
  const chosen = chooseAccount(all, { environment: 'sandbox', asked: 'first', last: 'second' });
  expect(chosen.accounts.map(({ id }) => id)).toEqual(['trial']);
  expect(chosen.account?.id).toBe('trial');
});
