import { expect, test } from 'vitest';
import { parseSettings } from './env.ts';

test('without any setting the defaults serve', () => {
  const env = parseSettings({});
  expect(env).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, DUPLICATE_WINDOW: 300 });
  expect(env.DELIVERY_RETRIES).toHaveLength(8);
});

test('a wrong value is one plain sentence that names the setting and never repeats the value', () => {
  expect(() => parseSettings({ PORT: 'eighty' })).toThrow(/^The setting PORT is wrong: .+\.$/);
  expect(() => parseSettings({ SECRET_KEY: 'my-very-secret-key' })).toThrow(
    /SECRET_KEY.*64 hexadecimal digits/,
  );
  expect(() => parseSettings({ SECRET_KEY: 'my-very-secret-key' })).not.toThrow(/my-very-secret-key/);
  expect(() => parseSettings({ ENERFLO_WEBHOOK_KEY: 'a/b' })).toThrow(/ENERFLO_WEBHOOK_KEY/);
  expect(() => parseSettings({ SUNNOVA_WEBHOOK_USER: 'a:b', SUNNOVA_WEBHOOK_PASSWORD: 'made-up' })).toThrow(
    /SUNNOVA_WEBHOOK_USER.*colon/,
  );
  expect(() => parseSettings({ DELIVERY_RETRIES: '5,soon' })).toThrow(/DELIVERY_RETRIES/);
});

test('an address that deliveries may reach is checked at the start, as on the settings page', () => {
  const allow = '127.0.0.1:4010, [::1]:4010,crm.internal:443,10.0.0.0/8';
  expect(parseSettings({ OUTBOUND_ALLOW: allow }).OUTBOUND_ALLOW).toHaveLength(4);
  for (const wrong of ['crm.internal', '10.0.0.0/8,nonsense', 'http://10.0.0.1:80', '10.0.0.0/99']) {
    expect(() => parseSettings({ OUTBOUND_ALLOW: wrong })).toThrow(
      /^The setting OUTBOUND_ALLOW is wrong: Give host:port .+\.$/,
    );
  }
});

test('the first admin gets no password that sign-in would not take', () => {
  const admin = (length: number) =>
    parseSettings({ ADMIN_EMAIL: 'ada@example.com', ADMIN_PASSWORD: 'x'.repeat(length) });
  expect(() => admin(7)).toThrow(/ADMIN_PASSWORD.*at least 8/);
  expect(admin(8).ADMIN_PASSWORD).toHaveLength(8);
  expect(admin(200).ADMIN_PASSWORD).toHaveLength(200);
  expect(() => admin(201)).toThrow(/ADMIN_PASSWORD.*at most 200/);
});

test('settings that go together are asked for together', () => {
  const secret = 'a'.repeat(64);
  expect(() => parseSettings({ DATABASE_URL: 'postgresql://db/heliograph' })).toThrow(
    /SECRET_KEY is missing/,
  );
  expect(parseSettings({ DATABASE_URL: 'postgresql://db/heliograph', SECRET_KEY: secret }).SECRET_KEY).toBe(
    secret,
  );
  expect(() => parseSettings({ ADMIN_EMAIL: 'ada@example.com' })).toThrow(/go together/);
  expect(() => parseSettings({ SUNNOVA_WEBHOOK_USER: 'sunnova' })).toThrow(/go together/);
});

test('an empty value counts as not given', () => {
  expect(parseSettings({ DATABASE_URL: '', PORT: '' }).PORT).toBe(3000);
});

test('the address of Enerflo is one to which an API key may go', () => {
  const told = (ENERFLO_BASE_URL: string) => parseSettings({ ENERFLO_BASE_URL }).ENERFLO_BASE_URL;
  expect(told('https://enerflo.example.com/')).toBe('https://enerflo.example.com');
  expect(told('http://127.0.0.1:4011')).toBe('http://127.0.0.1:4011');
  expect(() => told('http://enerflo.io')).toThrow('ENERFLO_BASE_URL');
  expect(() => told('https://name:secret@enerflo.io')).toThrow('ENERFLO_BASE_URL');
});
