import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { type Tone, toneText } from './tone.ts';

export type Shape = 'circle' | 'half' | 'ring' | 'triangle' | 'square' | 'diamond';

const shapes: Record<Shape, ReactNode> = {
  circle: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 2a4 4 0 0 1 0 8Z" fill="currentColor" />
    </>
  ),
  ring: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  triangle: <path d="M6 1.2 11.2 10.6H.8Z" fill="currentColor" />,
  square: <rect x="1.75" y="1.75" width="8.5" height="8.5" rx="1" fill="currentColor" />,
  diamond: <path d="M6 .6 11.4 6 6 11.4.6 6Z" fill="currentColor" />,
};

/** Only what needs a person colours its word too; elsewhere the shape has the colour and the screen stays calm. */
const words: Record<Tone, string> = {
  neutral: 'text-ink-2',
  info: 'text-ink-2',
  good: 'text-ink-2',
  attention: 'text-attention',
  bad: 'text-bad',
  muted: 'text-ink-3',
};

interface StatusMarkProps {
  tone: Tone;
  shape: Shape;
  /** The word. */
  children: ReactNode;
  className?: string;
}

/** A state as a word with a shape and a colour, so that the colour is never alone. */
export function StatusMark({ tone, shape, children, className }: StatusMarkProps) {
  return (
    <span
      className={clsx(
        'inline-flex max-w-full min-w-0 items-center align-top gap-1.5 whitespace-nowrap',
        words[tone],
        className,
      )}
    >
      <svg viewBox="0 0 12 12" className={clsx('size-3 shrink-0', toneText[tone])} aria-hidden="true">
        {shapes[shape]}
      </svg>
      <span className="truncate">{children}</span>
    </span>
  );
}
