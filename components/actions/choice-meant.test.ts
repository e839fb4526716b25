import { describe, expect, test } from 'vitest';
import { choiceMeant } from './choice-meant.ts';

const dana = { value: '7', label: 'Dana Petrov', detail: 'dana@example.com · Phoenix' };
const danae = { value: '17', label: 'Danae Petrova', detail: 'danae@example.com · Phoenix' };
const answer = (...items: (typeof dana)[]) => ({ items, more: false, failure: null });

describe('who goes on after typing has chosen', () => {
  test.each([
    ['the only one found', 'petr', answer(dana), dana],
    ['the one of this name', ' dana  PETROV ', answer(danae, dana), dana],
    ['the one of this value', '7', answer(danae, dana), dana],
    ['the one of this e-mail address', 'Danae@example.com', answer(dana, danae), danae],
  ])('%s', (_, text, found, meant) => {
    expect(choiceMeant(text, found)).toBe(meant);
  });
});

describe('nothing is chosen where nobody can say which is meant', () => {
  test.each([
    ['none was found', 'nobody@example.com', answer()],
    ['several were found', 'petr', answer(dana, danae)],
    ['two have one name', 'Dana Petrov', answer(dana, { ...danae, label: 'Dana Petrov' })],
    ['nothing was typed', '  ', answer(dana)],
    ['a single letter does not search Enerflo', 'p', answer(dana)],
    ['not all were told', 'Dana Petrov', { ...answer(dana), more: true }],
    ['Enerflo could not be asked', 'Dana Petrov', { ...answer(dana), failure: { text: 'It failed.' } }],
  ])('%s', (_, text, found) => {
    expect(choiceMeant(text, found)).toBeNull();
  });
});
