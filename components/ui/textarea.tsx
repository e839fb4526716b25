'use client';

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { controlClass } from './control-class.ts';
import { useFieldControl } from './field-context.tsx';

interface TextareaProps extends ComponentProps<'textarea'> {
  mono?: boolean;
}

/** Several lines of text; it grows with what is typed. Inside a `Field` it is wired to its label, help and error. */
export function Textarea({ mono = false, className, rows = 3, ...rest }: TextareaProps) {
  const field = useFieldControl();
  return (
    <textarea
      rows={rows}
      {...field}
      {...rest}
      className={clsx(
        controlClass,
        'field-sizing-content max-h-96 min-h-16 py-1.5',
        mono && 'font-mono text-13',
        className,
      )}
    />
  );
}
