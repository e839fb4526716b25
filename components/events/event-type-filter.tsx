'use client';

import dynamic from 'next/dynamic';
import { useDistinctLabel } from '#components/flows/use-event-types.ts';
import { FilterPopover } from '#components/ui/filter-popover.tsx';
import { isolated } from '#components/ui/isolated.ts';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import type { SeenType, TypeChoice } from './event-type-list.tsx';

/** Read when it is first opened. */
const EventTypeList = dynamic(() => import('./event-type-list.tsx').then((file) => file.EventTypeList), {
  ssr: false,
  loading: () => (
    <div className="p-4">
      <SkeletonText lines={8} label="Reading the events" />
    </div>
  ),
});

interface EventTypeFilterProps {
  type: string | null;
  stage: string | null;
  /** Types that came and may be in no catalog. */
  seen: readonly SeenType[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChange: (chosen: TypeChoice) => void;
}

/** Which event: one type, or all types of one stage of the Enerflo guide. One types to find it. */
export function EventTypeFilter({ type, stage, seen, open, onOpenChange, onChange }: EventTypeFilterProps) {
  const labelOf = useDistinctLabel();
  const words = type ? isolated(labelOf(type)) : stage ? `All of ${stage}` : null;
  return (
    <FilterPopover label="Event" words={words} open={open} onOpenChange={onOpenChange} className="w-88">
      <EventTypeList
        type={type}
        stage={stage}
        seen={seen}
        onChoose={(chosen) => {
          onOpenChange(false);
          onChange(chosen);
        }}
      />
    </FilterPopover>
  );
}
