import { expect, test } from 'vitest';
import { sendWords } from './operation-words.ts';

const words = (label: string, name = 'enerflo.note.add', input = {}) => sendWords({ name, label }, input);

test('the button says exactly what happens', () => {
  expect(words('Add a note to an install')).toBe('Add the note to the install in Enerflo');
  expect(words('Add a lead to Enerflo')).toBe('Add the lead to Enerflo');
  const milestone = (input: Record<string, string>) =>
    words('Complete or change a milestone', 'enerflo.milestone.update', input);
  expect(milestone({ completed_date: '2024-08-15' })).toBe('Complete the milestone in Enerflo');
  expect(milestone({ start_date: '2024-08-15' })).toBe('Change the milestone in Enerflo');
});
