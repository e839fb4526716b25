import { expect, test } from 'vitest';
import { bulkStateNames } from '#lib/bulk/bulk-states.ts';
import { bulkRefresh } from './bulk-refresh.ts';

test('what can be sent, or gone on with, from another window is looked at again within seconds', () => {
  const slow = bulkStateNames.filter((state) => bulkRefresh(state) > 5_000);
  expect(slow).toEqual(['done']);
});
