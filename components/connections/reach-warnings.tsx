import { TriangleAlert } from 'lucide-react';

/** Why senders may not reach this console, by the look of its address; nothing where it looks right. */
export function ReachWarnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <section
      aria-label="Whether senders can reach this console"
      className="flex items-start gap-2 rounded border border-attention bg-attention-soft px-3 py-2 text-13"
    >
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-attention" />
      <div className="flex min-w-0 flex-col gap-1 wrap-anywhere">
        {warnings.map((warning) => (
          <p key={warning}>{warning}</p>
        ))}
      </div>
    </section>
  );
}
