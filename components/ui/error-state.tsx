'use client';

import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';

interface ErrorStateProps {
  /** What happened: `The events could not be loaded`. */
  title: string;
  /** Why, and what to do. */
  children?: ReactNode;
  /** Shown small, to quote when asking for help. */
  requestId?: string;
  onRetry?: () => void;
  retrying?: boolean;
}

/** What happened, why, what to do. Looks like nothing else, least of all like an empty list. */
export function ErrorState({ title, children, requestId, onRetry, retrying }: ErrorStateProps) {
  return (
    <div role="alert" className="m-4 flex items-start gap-3 rounded border border-bad bg-bad-soft px-4 py-3">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-bad" />
      <div className="flex min-w-0 flex-col items-start gap-1">
        <p className="text-14 font-medium text-ink">{title}</p>
        {children && <div className="text-13 text-ink-2">{children}</div>}
        {onRetry && (
          <Button size="small" className="mt-2" onClick={onRetry} busy={retrying}>
            Try again
          </Button>
        )}
        {requestId && (
          <p className="mt-1 flex items-center gap-1 text-12 text-ink-2">
            Request <code className="font-mono break-all">{requestId}</code>
            <CopyButton text={requestId} label="Copy request id" />
          </p>
        )}
      </div>
    </div>
  );
}
