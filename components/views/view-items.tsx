'use client';

import { Check, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { MenuItem, MenuLabel } from '#components/ui/menu.tsx';
import type { ViewList } from '#lib/views/view-query.schema.ts';
import type { View } from '#lib/views/views.contract.ts';
import { useViewCounts } from './use-views.ts';

interface ViewItemsProps {
  list: ViewList;
  views: readonly View[];
  activeId: string | null;
  /** All of the list is shown. */
  unfiltered: boolean;
  defaultId: string | null;
  allLabel: string;
  onChoose: (view: View | null) => void;
}

/** The views to choose from, own ones before those that others share, with the counts of those that have one. */
export function ViewItems({
  list,
  views,
  activeId,
  unfiltered,
  defaultId,
  allLabel,
  onChoose,
}: ViewItemsProps) {
  const counts = useViewCounts(list);
  const lines = (some: readonly View[]) =>
    some.map((view) => (
      <ViewItem key={view.id} chosen={view.id === activeId} onSelect={() => onChoose(view)}>
        <span
          className="max-w-60 min-w-0 flex-1 truncate"
          title={view.own ? undefined : `Shared by ${view.ownerName}`}
        >
          {view.name}
        </span>
        {view.id === defaultId && <span className="text-12 text-ink-3">default</span>}
        {view.own && view.shared && <Users aria-label="shared" className="size-3.5! text-ink-3" />}
        {counts.has(view.id) && (
          <span className="text-12 text-ink-2 tabular-nums">{counts.get(view.id)}</span>
        )}
      </ViewItem>
    ));
  const own = views.filter((view) => view.own);
  const others = views.filter((view) => !view.own);
  return (
    <>
      <ViewItem chosen={activeId === null && unfiltered} onSelect={() => onChoose(null)}>
        {allLabel}
      </ViewItem>
      {own.length > 0 && <MenuLabel>My views</MenuLabel>}
      {lines(own)}
      {others.length > 0 && <MenuLabel>Shared by others</MenuLabel>}
      {lines(others)}
    </>
  );
}

function ViewItem({
  chosen,
  onSelect,
  children,
}: {
  chosen: boolean;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <MenuItem icon={<Check aria-hidden="true" className={chosen ? '' : 'invisible'} />} onSelect={onSelect}>
      {children}
      {chosen && <span className="sr-only">, shown now</span>}
    </MenuItem>
  );
}
