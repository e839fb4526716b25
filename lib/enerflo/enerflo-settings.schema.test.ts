import { expect, test } from 'vitest';
import { enerfloSettingsSchema } from './enerflo-settings.schema.ts';

const wrongWith = (baseUrl: string) =>
  enerfloSettingsSchema.safeParse({ baseUrl }).error?.issues.map(({ message }) => message) ?? [];

test.each([
  'https://enerflo.io',
  'https://enerflo.example.com:8443/api-proxy/',
  'http://localhost:4011',
  'http://127.0.0.1:4011',
  'http://[::1]:4011',
  'http://[fd12::4]',
  'http://10.1.2.3',
  'http://172.31.0.9',
  'http://192.168.1.4',
  'http://enerflo-stand-in:4011',
  'http://enerflo.corp.internal',
])('the key may go to %s', (baseUrl) => {
  expect(wrongWith(baseUrl)).toEqual([]);
});

test.each([
  'http://enerflo.io',
  'http://172.32.0.9',
  'http://8.8.8.8',
  'http://[2606:4700::1]',
  'http://10.example.com',
  'http://127.0.0.1.example.com',
])('the key does not go in the clear to %s', (baseUrl) => {
  expect(wrongWith(baseUrl)).toEqual([expect.stringContaining('https://')]);
});

test.each([
  'https://ada:secret@enerflo.io',
  'https://ada@enerflo.io',
  'https://enerflo.io?x=',
  'https://enerflo.io?',
  'https://enerflo.io/#top',
])('paths cannot be put behind %s', (baseUrl) => {
  expect(wrongWith(baseUrl)).toEqual([expect.stringContaining('the address alone')]);
});

test('what is no address is told once', () => {
  expect(wrongWith('enerflo')).toEqual(['Give a full address such as https://enerflo.io']);
});
