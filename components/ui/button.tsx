'use client';

import { clsx } from 'clsx';
import { type ComponentProps, type MouseEvent, useRef } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';
import { Spinner } from './spinner.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /**
   * Work is under way: clicks are ignored, the focus stays, and after 200 ms a spinner takes the label's place. Where it is
   * given, the second click of a double click is ignored too: it may come before anybody knows of the work.
   */
  busy?: boolean;
}

/** Two clicks that come closer than this, in milliseconds, are one that was meant, whatever the browser counts. */
const bounce = 60;

/** A button with a verb on it. `type` is `button` unless given. */
export function Button({ variant, size, busy, className, onClick, children, ...rest }: ButtonProps) {
  const clickedAt = useRef(Number.NEGATIVE_INFINITY);
  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    const again = event.detail > 1 || event.timeStamp - clickedAt.current < bounce;
    if (busy || (busy !== undefined && again)) return event.preventDefault();
    clickedAt.current = event.timeStamp;
    onClick?.(event);
  }
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      className={clsx(buttonClass(variant, size), className)}
      onClick={handleClick}
    >
      <span className={clsx('inline-flex items-center gap-1.5', busy && 'animate-vanish-late')}>
        {children}
      </span>
      {busy && <Spinner className="absolute animate-appear-late" />}
    </button>
  );
}
