import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { type Shape, StatusMark } from './status-mark.tsx';
import type { Tone } from './tone.ts';

type BannerTone = Extract<Tone, 'neutral' | 'info' | 'attention' | 'bad'>;

const grounds: Record<BannerTone, { ground: string; shape: Shape }> = {
  neutral: { ground: 'bg-neutral-soft', shape: 'ring' },
  info: { ground: 'bg-info-soft', shape: 'circle' },
  attention: { ground: 'bg-attention-soft', shape: 'triangle' },
  bad: { ground: 'bg-bad-soft', shape: 'square' },
};

interface BannerProps {
  tone?: BannerTone;
  /** What is the matter: `Live updates are paused`. */
  title: string;
  /** What follows from it, what to do. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Said once, at the top of everything: offline, lost live connection, maintenance. */
export function Banner({ tone = 'attention', title, children, action }: BannerProps) {
  const { ground, shape } = grounds[tone];
  return (
    <div
      role="status"
      className={clsx(
        'flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1 text-13',
        ground,
      )}
    >
      <StatusMark tone={tone} shape={shape} className="font-medium">
        {title}
      </StatusMark>
      {children && <span className="text-ink-2">{children}</span>}
      {action && <span className="ml-auto">{action}</span>}
    </div>
  );
}
