import { Check } from 'lucide-react';

/** Says quietly, where a section's actions stand, that what was chosen is kept. */
export function SavedNote({ shown }: { shown: boolean }) {
  return (
    <span role="status" className="flex h-5 items-center gap-1 text-12 text-ink-3">
      {shown && (
        <>
          <Check aria-hidden="true" className="size-3.5" />
          Saved
        </>
      )}
    </span>
  );
}
