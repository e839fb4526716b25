import type { ReactNode } from 'react';
import { RelativeTime } from './relative-time.tsx';
import { type Shape, StatusMark } from './status-mark.tsx';
import type { Tone } from './tone.ts';

export interface TimelineItem {
  id: string;
  /** An ISO instant. */
  time: string;
  title: ReactNode;
  /** Details under the title. */
  body?: ReactNode;
  /** Who or what did it. */
  actor?: ReactNode;
  tone?: Tone;
  shape?: Shape;
}

/** What happened, in the order given, each with its mark and time. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {items.map((item) => (
        <li key={item.id} className="group relative flex gap-3 pb-4 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-5 bottom-0 left-1.5 -translate-x-1/2 border-l group-last:hidden"
          />
          <StatusMark tone={item.tone ?? 'neutral'} shape={item.shape ?? 'ring'} className="h-5">
            {null}
          </StatusMark>
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline gap-x-3 text-13">
              <span className="min-w-0 font-medium wrap-anywhere">{item.title}</span>
              {item.actor && <span className="text-ink-2">{item.actor}</span>}
              <RelativeTime iso={item.time} focusable className="ml-auto text-12 text-ink-3" />
            </div>
            {item.body && <div className="mt-0.5 text-13 text-ink-2 wrap-anywhere">{item.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
