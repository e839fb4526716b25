import { expect, test } from 'vitest';
import { apiRoutes } from './api-routes.ts';

test('a browser is told where each endpoint is, and no more', () => {
  const told = JSON.stringify(apiRoutes());
  expect(JSON.parse(told)).toMatchObject({
    events: { list: { '~orpc': { route: { method: 'GET', path: '/events' } } } },
  });
  expect(told).not.toContain('summary');
  expect(told.length).toBeLessThan(20_000);
});
