import { expect, test } from 'vitest';
import { jsonRows } from './json-rows.ts';
import { jsonTreeStep } from './json-tree-step.ts';

/** Lines: 0 root, 1 a (open), 2 a.b (folded), 3 c. */
const rows = jsonRows({ a: { b: { deep: 1 } }, c: 2 }, new Map());

test('right opens a folded line and enters an open one', () => {
  expect(jsonTreeStep('ArrowRight', rows, 2)).toEqual({ fold: true });
  expect(jsonTreeStep('ArrowRight', rows, 1)).toEqual({ to: 2 });
  expect(jsonTreeStep('ArrowRight', rows, 3)).toBeNull();
});

test('left closes an open line, else it goes to the parent', () => {
  expect(jsonTreeStep('ArrowLeft', rows, 1)).toEqual({ fold: false });
  expect(jsonTreeStep('ArrowLeft', rows, 2)).toEqual({ to: 1 });
  expect(jsonTreeStep('ArrowLeft', rows, 3)).toEqual({ to: 0 });
});

test('up and down stop at the ends', () => {
  expect(jsonTreeStep('ArrowUp', rows, 0)).toEqual({ to: 0 });
  expect(jsonTreeStep('ArrowDown', rows, 3)).toEqual({ to: 3 });
  expect(jsonTreeStep('End', rows, 0)).toEqual({ to: 3 });
});
