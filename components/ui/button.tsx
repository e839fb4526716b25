'use client';

import { clsx } from 'clsx';
import type { ComponentProps, MouseEvent } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';
import { Spinner } from './spinner.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Work is under way: clicks are ignored, the focus stays, and after 200 ms a spinner takes the label's place. */
  busy?: boolean;
}

/** A button with a verb on it. `type` is `button` unless given. */
export function Button({ variant, size, busy = false, className, onClick, children, ...rest }: ButtonProps) {
  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (busy) event.preventDefault();
    else onClick?.(event);
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
