'use client';

import { useState } from 'react';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { errorWords } from '../api.ts';

interface DeleteViewDialogProps {
  title: string;
  consequence: string;
  onDelete: () => Promise<void>;
  onClose: () => void;
}

/** Asks before a view of somebody else is deleted. */
export function DeleteViewDialog({ title, consequence, onDelete, onClose }: DeleteViewDialogProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const confirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onDelete();
      onClose();
    } catch (problem) {
      setError(errorWords(problem).message);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={title}
      consequence={consequence}
      action="Delete view"
      busy={busy}
      onConfirm={() => void confirm()}
      error={error}
    />
  );
}
