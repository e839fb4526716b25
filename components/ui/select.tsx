'use client';

import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { controlClass } from './control-class.ts';
import { useFieldControl } from './field-context.tsx';

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'multiple' | 'size'> {
  options: readonly Option[];
  /** A first entry with the value "", for "nothing chosen". */
  placeholder?: string;
}

/** The browser's own select, styled: quick, accessible, right on a phone. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  const field = useFieldControl();
  return (
    <span className={clsx('relative block', className)}>
      <select
        {...field}
        {...rest}
        className={clsx(controlClass, 'h-8 appearance-none pr-7 pointer-coarse:h-10')}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
