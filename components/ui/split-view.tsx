'use client';

import { clsx } from 'clsx';
import { ArrowLeft, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

interface SplitViewProps {
  list: ReactNode;
  /** The open thing; null while none is open. */
  detail: ReactNode | null;
  /** Read out: what the panel shows, such as `Event`. */
  detailLabel: string;
  onClose: () => void;
  /** On the way back where the detail takes the whole page: `Events`. */
  backLabel: string;
  /** Beside the close button: open as a page, previous, next. */
  detailActions?: ReactNode;
}

/** A list with the open thing beside it from 1100 pixels on; below that the detail takes the place of the list. */
export function SplitView({ list, detail, detailLabel, onClose, backLabel, detailActions }: SplitViewProps) {
  const open = detail !== null;
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <div className={clsx('min-h-0 min-w-0 flex-1 flex-col', open ? 'hidden split:flex' : 'flex')}>
        {list}
      </div>
      {open && (
        <aside
          aria-label={detailLabel}
          className="flex min-h-0 min-w-0 flex-1 flex-col split:w-[clamp(27rem,42%,45rem)] split:flex-none split:border-l"
        >
          <div className="flex h-10 shrink-0 items-center gap-1 border-b px-2">
            <Button variant="quiet" size="small" className="split:hidden" onClick={onClose}>
              <ArrowLeft aria-hidden="true" />
              {backLabel}
            </Button>
            <h1 className="sr-only split:hidden">{detailLabel}</h1>
            <span className="flex-1" />
            {detailActions}
            <IconButton
              label="Close"
              shortcut="Esc"
              size="small"
              icon={<X />}
              onClick={onClose}
              className="max-split:hidden"
            />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it */}
          <div tabIndex={0} className="relative min-h-0 flex-1 overflow-y-auto outline-offset-[-2px]">
            {detail}
          </div>
        </aside>
      )}
    </div>
  );
}
