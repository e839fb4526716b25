import { clsx } from 'clsx';

/** A turning ring, for work that takes longer than 200 ms. Say in words beside it what is being waited for. */
export function Spinner({ className }: { className?: string }) {
  return (
    <span className={clsx('inline-flex', className)}>
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className="size-4 animate-turn"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      >
        <circle cx="8" cy="8" r="6" opacity="0.3" />
        <path d="M14 8a6 6 0 0 0-6-6" strokeLinecap="round" />
      </svg>
    </span>
  );
}
