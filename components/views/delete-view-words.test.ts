import { expect, test } from 'vitest';
import { deleteViewWords } from './delete-view-words.ts';

test('another’s view is asked about by its name and by whose it is', () => {
  const words = deleteViewWords({ name: 'Failed today', own: false, ownerName: 'Ben Oak' });
  expect(words?.title).toBe('Delete the view "Failed today" of Ben Oak?');
  expect(words?.consequence).toMatch(/Ben Oak .* everybody else.* cannot be undone/);
});

test('one’s own is deleted at once: it comes back by Undo', () => {
  expect(deleteViewWords({ name: 'Mine', own: true, ownerName: 'Ada Lind' })).toBeNull();
});
