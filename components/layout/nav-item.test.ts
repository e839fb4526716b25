import { expect, test } from 'vitest';
import { currentItem } from './nav-item.ts';

const items = [{ href: '/' }, { href: '/events' }, { href: '/settings' }, { href: '/settings/users' }];

test.each([
  ['/', '/'],
  ['/events', '/events'],
  ['/events/42', '/events'],
  ['/settings/users/1', '/settings/users'],
])('%s belongs to %s', (pathname, href) => {
  expect(currentItem(items, pathname)?.href).toBe(href);
});

test('an address that only begins alike is another page', () => {
  expect(currentItem(items, '/events-archive')).toBeUndefined();
});
