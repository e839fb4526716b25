import { describe, expect, test } from 'vitest';
import { isAllowed } from './allow-list.ts';

describe('isAllowed', () => {
  test('an empty list allows everybody, also whose address is not known', () => {
    expect(isAllowed('203.0.113.9', [])).toBe(true);
    expect(isAllowed(null, [])).toBe(true);
  });

  test.each([
    ['203.0.113.9', '203.0.113.9', true],
    ['203.0.113.10', '203.0.113.9', false],
    ['203.0.113.9', '203.0.113.0/24', true],
    ['203.0.114.9', '203.0.113.0/24', false],
    ['::ffff:203.0.113.9', '203.0.113.0/24', true],
    ['203.0.113.9', '::ffff:203.0.113.9', true],
    ['2001:db8::7', '2001:db8::/32', true],
    ['2001:DB8:0:0::7', '2001:db8::7', true],
    ['2001:db9::7', '2001:db8::/32', false],
    ['203.0.113.9', '::/0', false],
    ['2001:db8::7', '0.0.0.0/0', false],
    ['203.0.113.9', 'not an address', false],
    ['203.0.113.9', '203.0.113.0/99', false],
    ['somewhere', '0.0.0.0/0', false],
  ])('%s on %s: %s', (address, entry, allowed) => {
    expect(isAllowed(address, [entry])).toBe(allowed);
    expect(isAllowed(address, ['192.0.2.1', entry])).toBe(allowed);
  });

  test('an address that is not known is on no list', () =>
    expect(isAllowed(null, ['0.0.0.0/0'])).toBe(false));
});
