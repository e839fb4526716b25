'use client';

import { CopyButton } from '#components/ui/copy-button.tsx';

interface CopyLineProps {
  label: string;
  text: string;
  /** It has dots in place of a secret, so there is nothing to copy. */
  hidden?: boolean;
  /** Small print behind it. */
  note?: string;
  onCopy?: () => void;
}

/** One value to paste elsewhere, in full, with a button that copies it. */
export function CopyLine({ label, text, hidden = false, note, onCopy }: CopyLineProps) {
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-x-3 text-13 max-sm:grid-cols-1">
      <span className="text-ink-3">{label}</span>
      <span className="flex min-h-7 min-w-0 items-center gap-1">
        <code className="min-w-0 font-mono text-12 wrap-anywhere">{text}</code>
        {!hidden && (
          <CopyButton
            label={`Copy ${label.toLowerCase()}`}
            text={() => {
              onCopy?.();
              return text;
            }}
          />
        )}
        {note && <span className="text-12 text-ink-3">{note}</span>}
      </span>
    </div>
  );
}
