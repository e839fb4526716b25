import { expect, test } from 'vitest';
import { viewState } from './view-state.ts';

const view = (id: string, query: string) => ({
  id,
  list: 'events' as const,
  name: `View ${id}`,
  query,
  shared: false,
  counted: false,
  own: true,
  ownerName: 'Ada',
});
const views = [view('1', 'outcome=failed'), view('2', 'handled=no')];

test('a view stays the active one while its filters are changed', () => {
  expect(viewState(views, 'outcome=failed', '1')).toEqual({ active: views[0], changed: false });
  expect(viewState(views, 'outcome=failed&q=ada', '1')).toEqual({ active: views[0], changed: true });
});

test('filters set by hand are the view that has just these', () => {
  expect(viewState(views, 'handled=no', null)).toEqual({ active: views[1], changed: false });
});

test('a view of somebody else in a shared link is no view here', () => {
  expect(viewState(views, 'type=x', 'not-mine')).toEqual({ active: null, changed: false });
  expect(viewState(views, '', null)).toEqual({ active: null, changed: false });
});
