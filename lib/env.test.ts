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
  expect(() => parseSettings({ DELIVERY_RETRIES: '5,soon' })).toThrow(/DELIVERY_RETRIES/);
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
