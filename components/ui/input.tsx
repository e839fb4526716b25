'use client';

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { controlClass } from './control-class.ts';
import { useFieldControl } from './field-context.tsx';

interface InputProps extends ComponentProps<'input'> {
  /** For ids, keys and paths. */
  mono?: boolean;
}

/** One line of text. Inside a `Field` it is wired to its label, help and error. */
export function Input({ mono = false, className, ...rest }: InputProps) {
  const field = useFieldControl();
  return (
    <input
      type="text"
      {...field}
      {...rest}
      className={clsx(controlClass, 'h-8 pointer-coarse:h-10', mono && 'font-mono text-13', className)}
    />
  );
}
