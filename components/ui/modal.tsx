'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { PortalContainerProvider } from './portal-container.tsx';

interface ModalProps {
  open: boolean;
  /** Called with false when the person leaves by Esc, by the backdrop or by a button. */
  onOpenChange: (open: boolean) => void;
  labelledBy: string;
  describedBy?: string;
  /** False: a click beside it does not close it (something typed could be lost). */
  closeOnOutside?: boolean;
  /** True where it shows what is shown once: only its buttons close it, neither Esc nor a click beside it. */
  shownOnce?: boolean;
  className: string;
  children: ReactNode;
}

/**
 * The browser's own modal dialog: it keeps the focus inside, makes the rest inert and gives the focus back, without
 * a style tag that our content security policy would refuse. The focus goes to
 * the element with `data-autofocus`, else to the first field, else to the dialog itself.
 */
export function Modal({
  open,
  onOpenChange,
  labelledBy,
  describedBy,
  closeOnOutside = true,
  shownOnce = false,
  className,
  children,
}: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const pressedOutside = useRef(false);
  const [container, setContainer] = useState<HTMLElement | null>(null);

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === open) return;
    if (!open) return dialog.close();
    dialog.showModal();
    setContainer(dialog);
    focusFirst(dialog);
  }, [open]);
  // What had the focus may be gone with what it made: nothing outside of the dialog hears its keys.
  useEffect(() => {
    const dialog = ref.current;
    if (shownOnce && dialog?.open && !dialog.contains(document.activeElement)) focusFirst(dialog);
  }, [shownOnce]);

  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className={`outline-none ${className}`}
      onCancel={(event) => {
        // A file input inside tells of its own cancelling with the same event.
        if (event.target !== ref.current) return;
        event.preventDefault();
        if (!shownOnce) onOpenChange(false);
      }}
      onKeyDown={(event) => {
        // The browser closes at the second Esc whatever is said to the first; not where the key goes no further.
        if (shownOnce && event.key === 'Escape') event.preventDefault();
      }}
      onClose={(event) => {
        if (!open || event.target !== ref.current) return;
        if (shownOnce) ref.current.showModal();
        else onOpenChange(false);
      }}
      onPointerDown={(event) => {
        pressedOutside.current = event.target === ref.current;
      }}
      onClick={(event) => {
        // A text selected from inside to outside ends here too, and is no wish to leave.
        const outside = pressedOutside.current && event.target === ref.current;
        if (closeOnOutside && !shownOnce && outside) onOpenChange(false);
      }}
    >
      {open && <PortalContainerProvider value={container}>{children}</PortalContainerProvider>}
    </dialog>
  );
}

/** Not the close button, which the browser would take: it is the first thing in the dialog, but not what one came for. */
function focusFirst(dialog: HTMLDialogElement): void {
  const wanted = dialog.querySelector<HTMLElement>('[data-autofocus]');
  const field = dialog.querySelector<HTMLElement>(
    'input:not(:disabled), textarea:not(:disabled), select:not(:disabled)',
  );
  (wanted ?? field ?? dialog).focus();
}
