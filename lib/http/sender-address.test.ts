import { describe, expect, test } from 'vitest';
import { senderAddress } from './sender-address.ts';

describe('senderAddress', () => {
  test.each([
    ['198.51.100.1', '10.0.0.1', 0, '198.51.100.1'],
    ['::ffff:198.51.100.1', undefined, 0, '198.51.100.1'],
    ['10.0.0.1', '203.0.113.7', 1, '203.0.113.7'],
    ['10.0.0.1', '1.2.3.4, 203.0.113.7', 1, '203.0.113.7'],
    ['10.0.0.1', '1.2.3.4, 203.0.113.7, 10.0.0.9', 2, '203.0.113.7'],
    ['10.0.0.1', '203.0.113.7', 2, '203.0.113.7'],
    ['10.0.0.1', '203.0.113.7:51234', 1, '203.0.113.7'],
    ['10.0.0.1', '[2001:db8::7]:51234', 1, '2001:db8::7'],
    ['10.0.0.1', '2001:DB8:0::7', 1, '2001:db8::7'],
    ['10.0.0.1', 'unknown', 1, '10.0.0.1'],
    ['10.0.0.1', '', 1, '10.0.0.1'],
    ['10.0.0.1', undefined, 1, '10.0.0.1'],
    [null, undefined, 0, null],
    [null, '203.0.113.7', 0, null],
  ])('connection %s, forwarded for %s, %i proxies: %s', (socket, forwarded, proxies, address) => {
    expect(senderAddress(socket, forwarded, proxies)).toBe(address);
  });
});
