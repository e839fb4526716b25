import { clsx } from 'clsx';

/** A grey bar in the shape of what will come. It shows only after 200 ms, so quick answers don't flicker. */
export function Skeleton({ className = 'h-3 w-full' }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={clsx('block animate-appear-late rounded-sm bg-neutral-soft', className)}
    />
  );
}

/** Several lines of text to come, with a word for screen readers. */
export function SkeletonText({ lines = 3, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div role="status" className="flex flex-col gap-2.5 py-1">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike and never change places
          key={line}
          className={clsx('h-3', line % 3 === 2 ? 'w-2/5' : line % 2 ? 'w-4/5' : 'w-3/5')}
        />
      ))}
    </div>
  );
}
