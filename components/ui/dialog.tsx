'use client';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { IconButton } from './icon-button.tsx';
import { Modal } from './modal.tsx';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  /** Buttons at the bottom, the main one last. */
  footer?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** False for forms: a click beside it does not close it. */
  closeOnOutside?: boolean;
  /** True where it shows what is shown once: only its buttons close it. */
  shownOnce?: boolean;
  children?: ReactNode;
}

const widths = { small: 'max-w-105', medium: 'max-w-140', large: 'max-w-220' };

/** A modal dialog in the middle. Esc closes it; the focus goes back to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  size = 'medium',
  closeOnOutside,
  shownOnce,
  children,
}: DialogProps) {
  const id = useId();
  const descriptionId = description ? `${id}-description` : undefined;
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      labelledBy={id}
      describedBy={descriptionId}
      closeOnOutside={closeOnOutside}
      shownOnce={shownOnce}
      className={clsx(
        'm-auto w-[calc(100%-2rem)] overflow-hidden rounded border bg-surface-raised text-ink shadow-raised',
        'backdrop:bg-scrim open:animate-fade',
        widths[size],
      )}
    >
      <div className="flex max-h-[calc(100dvh-4rem)] flex-col">
        <header className="flex items-start gap-2 px-4 pt-3">
          <h2 id={id} className="flex-1 py-1 text-16 font-medium">
            {title}
          </h2>
          <IconButton label="Close" icon={<X />} onClick={() => onOpenChange(false)} />
        </header>
        {description && (
          <p id={descriptionId} className="px-4 pb-2 text-14 text-ink-2">
            {description}
          </p>
        )}
        {children && <div className="min-h-0 overflow-y-auto px-4 py-2">{children}</div>}
        {footer && <footer className="flex flex-wrap justify-end gap-2 px-4 pt-2 pb-4">{footer}</footer>}
      </div>
    </Modal>
  );
}
