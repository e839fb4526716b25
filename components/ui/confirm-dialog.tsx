'use client';

import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question with the name of the thing: `Delete flow "New installs"?` */
  title: string;
  /** What will happen and whether it can be undone. */
  consequence: ReactNode;
  /** The verb, with its thing: `Delete flow`. */
  action: string;
  onConfirm: () => void;
  busy?: boolean;
  /** Plain for what harms nothing; danger unless given. */
  danger?: boolean;
  /** Why the last try did not work. */
  error?: string;
}

/** Asks once before something that can't be undone. The safe button has the focus. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  consequence,
  action,
  onConfirm,
  busy = false,
  danger = true,
  error,
}: ConfirmDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={consequence}
      size="small"
      footer={
        <>
          <Button data-autofocus onClick={() => onOpenChange(false)}>
            Cancel
          </Button>
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {error && (
        <p role="alert" className="text-13 text-bad">
          {error}
        </p>
      )}
    </Dialog>
  );
}
