import { expect, test } from 'vitest';
import { publicUrlWarnings } from './public-url-warnings.ts';

test.each([
  'https://heliograph.example.com',
  'https://crm.internal-tools.example.com',
  'https://heliograph.example.com/behind/a/path',
  'https://8.8.8.8',
  'https://[2606:4700::1111]',
])('%s looks right', (url) => {
  expect(publicUrlWarnings(url)).toEqual([]);
});

test.each([
  ['http://localhost:3000', 'this machine only'],
  ['https://console.localhost', 'this machine only'],
  ['http://127.0.0.1:3000', 'this machine only'],
  ['http://[::1]', 'this machine only'],
  ['http://0.0.0.0:3000', 'this machine only'],
  ['https://10.1.2.3', 'private network'],
  ['https://192.168.1.20', 'private network'],
  ['https://172.16.0.9', 'private network'],
  ['https://169.254.7.7', 'private network'],
  ['https://100.64.0.1', 'private network'],
  ['https://[fd12::9]', 'private network'],
  ['https://[::ffff:10.0.0.5]', 'private network'],
  ['https://198.51.100.4', 'private network'],
  ['https://heliograph', 'without a dot'],
  ['https://mac-mini.local', 'inside your own network'],
  ['https://heliograph.corp', 'inside your own network'],
  ['https://heliograph.home.arpa.', 'inside your own network'],
])('%s is reached by nobody outside', (url, why) => {
  const [warning, ...more] = publicUrlWarnings(url);
  expect(more).toEqual([]);
  expect(warning).toContain(why);
  expect(warning).toContain('Set PUBLIC_URL');
});

test('plain http and an unusual port are said, each with what to do', () => {
  const [http, ...none] = publicUrlWarnings('http://heliograph.example.com');
  expect(none).toEqual([]);
  expect(http).toMatch(/not encrypted.*https:/);
  const [port] = publicUrlWarnings('https://heliograph.example.com:8443');
  expect(port).toMatch(/8443.*443/);
  expect(publicUrlWarnings('http://heliograph.example.com:8080')).toHaveLength(2);
});
