import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('without a word: 20 times as fast, for ever, on the usual ports or any free ones, in its own folder', () => {
  expect(readOptions([], {})).toEqual({
    speed: 20,
    seed: 1,
    seconds: null,
    check: false,
    ports: {
      console: { port: 3000, orAny: true },
      crm: { port: 4010, orAny: true },
      enerflo: { port: 4011, orAny: true },
      sunnova: { port: 4012, orAny: true },
    },
    dataDir: '.data/demo',
    admin: null,
  });
});

test('a port that somebody asks for is that one or none', () => {
  const ports = readOptions(['--port', '0'], { SANDBOX_CRM_PORT: '4510' })?.ports;
  expect(ports?.console).toEqual({ port: 0, orAny: false });
  expect(ports?.crm).toEqual({ port: 4510, orAny: false });
});

test('wrong words are told plainly', () => {
  expect(() => readOptions(['--speed', 'fast'], {})).toThrow('--speed must be a number from 0.1 to 200');
  expect(() => readOptions(['--check'], {})).toThrow('--check needs --for');
  expect(() => readOptions([], { ADMIN_EMAIL: 'ada@example.com' })).toThrow('go together');
  expect(readOptions(['--help'], {})).toBeNull();
});
