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

test('of what is there already it says that it is updated', () => {
  const updates = (label: string) => sendWords({ name: 'enerflo.lead.add', label }, {}, true);
  expect(updates('Add a lead')).toBe('Update the lead in Enerflo');
  expect(updates('Add a lead with an appointment')).toBe('Update the lead with an appointment in Enerflo');
});
