'use client';

import type { NavView } from '#components/layout/nav-item.ts';
import type { ViewList } from '#lib/views/view-query.schema.ts';
import { useViewCounts, useViews } from './use-views.ts';

/** The counted views of a list, as the menu of the console shows them beneath it. */
export function useNavViews(list: ViewList, path: string): readonly NavView[] {
  const views = useViews(list);
  const counts = useViewCounts(list);
  return views.flatMap(({ id, name, query }) => {
    const count = counts.get(id);
    const address = new URLSearchParams([['view', id], ...new URLSearchParams(query)]);
    return count === undefined ? [] : [{ id, label: name, count, href: `${path}?${address}` }];
  });
}
