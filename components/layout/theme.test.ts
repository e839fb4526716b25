import { expect, test } from 'vitest';
import { parseTheme, themeClass } from './theme.ts';

test('a cookie that says nothing known follows the system, which needs no class', () => {
  for (const value of [undefined, '', 'system', 'blue']) expect(themeClass(parseTheme(value))).toBe('');
});

test('a chosen theme is the class of the page', () => {
  expect(themeClass(parseTheme('dark'))).toBe('dark');
  expect(themeClass(parseTheme('light'))).toBe('light');
});
