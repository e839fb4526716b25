'use client';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { IconButton } from './icon-button.tsx';
import { Modal } from './modal.tsx';

interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Read out, not shown. */
  hideTitle?: boolean;
  side?: 'left' | 'right';
  footer?: ReactNode;
  closeOnOutside?: boolean;
  className?: string;
  children: ReactNode;
}

/** A modal panel at the side, full height. */
export function Sheet({
  open,
  onOpenChange,
  title,
  hideTitle = false,
  side = 'right',
  footer,
  closeOnOutside,
  className = 'w-120',
  children,
}: SheetProps) {
  const id = useId();
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      labelledBy={id}
      closeOnOutside={closeOnOutside}
      className={clsx(
        'fixed inset-y-0 m-0 h-dvh max-h-none max-w-[calc(100%-3rem)] bg-surface-raised text-ink shadow-raised',
        'backdrop:bg-scrim open:animate-fade',
        side === 'right' ? 'right-0 left-auto border-l' : 'right-auto left-0 border-r',
        className,
      )}
    >
      <div className="flex h-full flex-col">
        {hideTitle ? (
          <h2 id={id} className="sr-only">
            {title}
          </h2>
        ) : (
          <header className="flex items-center gap-2 border-b px-4 py-2">
            <h2 id={id} className="flex-1 text-16 font-medium">
              {title}
            </h2>
            <IconButton label="Close" icon={<X />} onClick={() => onOpenChange(false)} />
          </header>
        )}
        <div className={clsx('min-h-0 flex-1 overflow-y-auto', !hideTitle && 'p-4')}>{children}</div>
        {footer && <footer className="flex justify-end gap-2 border-t px-4 py-3">{footer}</footer>}
      </div>
    </Modal>
  );
}
