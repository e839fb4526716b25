import { expect, test } from 'vitest';
import { lookAtAddress } from './private-address.ts';

test('an address that deliveries would not reach is told before it is published', () => {
  for (const url of [
    'http://127.0.0.1:4010/records',
    'http://localhost:4010',
    'https://10.0.0.5/',
    'http://[::1]/',
    'http://crm/',
    'https://crm.internal/contacts',
  ])
    expect([url, lookAtAddress(url, [])]).toEqual([url, 'private']);
});

test('public addresses and half-written ones are left alone', () => {
  for (const url of ['https://crm.example.com/contacts', 'https://8.8.8.8/', 'https:/', ''])
    expect([url, lookAtAddress(url, [])]).toEqual([url, 'public']);
});

test('what an admin allowed is told as allowed, on its port only', () => {
  const allow = ['127.0.0.1:4010', 'crm.internal:443', '10.1.0.0/16'];
  expect(lookAtAddress('http://localhost:4010/records', allow)).toBe('allowed');
  expect(lookAtAddress('http://127.0.0.1:4011/records', allow)).toBe('private');
  expect(lookAtAddress('https://crm.internal/contacts', allow)).toBe('allowed');
  expect(lookAtAddress('http://10.1.2.3/', allow)).toBe('allowed');
});
