import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress, mayDial, parseAllowList } from './address-rules.ts';

const none = parseAllowList([]);

test('addresses that are not of the public internet are refused, however they are written', () => {
  const refused = [
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '192.0.2.1',
    '198.51.100.7',
    '203.0.113.9',
    '198.18.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::7f00:1',
    '64:ff9b::808:808',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::',
    '2002:808:808::1',
    '2001:0:1::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    '3fff::1',
    '100::1',
    '5f00::1',
    'not an address',
  ];
  for (const address of refused) expect([address, isPublicAddress(address)]).toEqual([address, false]);
  for (const address of ['8.8.8.8', '1.1.1.1', '2606:4700::1111', '::ffff:8.8.8.8']) {
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  }
});

test('no private IPv4 address is public in any spelling', () => {
  const tail = fc.tuple(fc.nat(255), fc.nat(255));
  fc.assert(
    fc.property(
      fc.constantFrom('10.0', '127.0', '192.168', '172.20', '169.254', '100.100'),
      tail,
      (head, [a, b]) => {
        const octets = `${head}.${a}.${b}`;
        const [o1 = 0, o2 = 0] = head.split('.').map(Number);
        const hex = `${((o1 << 8) | o2).toString(16)}:${((a << 8) | b).toString(16)}`;
        for (const address of [
          octets,
          `::ffff:${octets}`,
          `::ffff:${hex}`,
          `64:ff9b::${hex}`,
          `2002:${hex}::1`,
          `::${hex}`,
        ]) {
          expect(isPublicAddress(address)).toBe(false);
        }
      },
    ),
  );
});

test('an allow list lets exactly its entries through', () => {
  const allow = parseAllowList([
    '127.0.0.1:4010',
    '[::1]:4010',
    'CRM.internal:443',
    '10.1.0.0/16',
    '192.168.5.5',
  ]);
  expect(mayDial('127.0.0.1', '127.0.0.1', 4010, allow)).toBe(true);
  expect(mayDial('127.0.0.1', 'localhost', 4010, allow)).toBe(true);
  expect(mayDial('127.0.0.1', '127.0.0.1', 4011, allow)).toBe(false);
  expect(mayDial('::ffff:127.0.0.1', '[::ffff:127.0.0.1]', 4010, allow)).toBe(true);
  expect(mayDial('::1', '[::1]', 4010, allow)).toBe(true);
  expect(mayDial('172.16.3.4', 'crm.internal', 443, allow)).toBe(true);
  expect(mayDial('172.16.3.4', 'crm.internal', 80, allow)).toBe(false);
  expect(mayDial('172.16.3.4', 'other.internal', 443, allow)).toBe(false);
  expect(mayDial('10.1.200.1', 'any.example', 9, allow)).toBe(true);
  expect(mayDial('10.2.0.1', 'any.example', 9, allow)).toBe(false);
  expect(mayDial('192.168.5.5', '192.168.5.5', 80, allow)).toBe(true);
  expect(mayDial('8.8.8.8', 'dns.example', 80, none)).toBe(true);
});

test('a wrong entry is named', () => {
  expect(() => parseAllowList(['10.0.0.0/8', 'http://crm'])).toThrow('"http://crm" is neither host:port nor');
});
