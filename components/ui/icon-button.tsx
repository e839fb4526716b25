'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { ButtonProps } from './button.tsx';
import { buttonClass } from './button-class.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label' | 'busy'> {
  /** What it does, as a verb: the accessible name and the tooltip. */
  label: string;
  icon: ReactNode;
  /** A key that does the same, shown in the tooltip. */
  shortcut?: string;
}

/** A square button with an icon; its label shows on hover and focus. */
export function IconButton({
  label,
  icon,
  shortcut,
  variant = 'quiet',
  size,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={clsx(
          buttonClass(variant, size),
          size === 'small' ? 'w-7 px-0! pointer-coarse:w-10' : 'w-8 px-0! pointer-coarse:w-10',
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
