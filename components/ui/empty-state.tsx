import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What will appear here: `Events will appear here`. */
  title: string;
  /** Why there is nothing yet, and the first step. */
  children?: ReactNode;
  /** The first step as a button or link. */
  action?: ReactNode;
  icon?: ReactNode;
}

/** Nothing here yet, or nothing that matches: says what will appear and the first step to make it so. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-1 px-4 py-12 text-center">
      {icon && <span className="mb-2 text-ink-3 [&_svg]:size-6">{icon}</span>}
      <p className="text-14 font-medium text-ink">{title}</p>
      {children && <div className="max-w-110 text-13 text-ink-2">{children}</div>}
      {action && <div className="mt-3 flex gap-2">{action}</div>}
    </div>
  );
}
