'use client';

import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  /** Beside the box. Without it give `aria-label`. */
  label?: ReactNode;
  /** Below the label. */
  help?: ReactNode;
  /** Some of what it stands for is checked. */
  indeterminate?: boolean;
}

const box =
  'size-4 shrink-0 appearance-none rounded-sm border border-line-strong bg-surface bg-center bg-no-repeat ' +
  'checked:border-accent-solid checked:bg-accent-solid indeterminate:border-accent-solid indeterminate:bg-accent-solid ' +
  'disabled:opacity-55';

/** A box with its label; the browser's own input, so that forms and keys work as everywhere. */
export function Checkbox({ label, help, indeterminate = false, className, ref, ...rest }: CheckboxProps) {
  function attach(element: HTMLInputElement | null) {
    if (element) element.indeterminate = indeterminate;
    if (typeof ref === 'function') return ref(element);
    if (ref) ref.current = element;
  }
  const input = (
    <span className="relative inline-flex size-4 shrink-0">
      <input ref={attach} {...rest} type="checkbox" className={clsx('peer', box)} />
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 hidden text-on-solid peer-checked:block peer-indeterminate:hidden"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      >
        <path d="m4 8.5 2.5 2.5L12 5.5" />
      </svg>
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 hidden text-on-solid peer-indeterminate:block"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      >
        <path d="M4 8h8" />
      </svg>
    </span>
  );
  if (label === undefined) return <span className={clsx('inline-flex', className)}>{input}</span>;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the input is inside, made above
    <label className={clsx('flex items-start gap-2 text-14', className)}>
      <span className="mt-0.5 inline-flex">{input}</span>
      <span>
        {label}
        {help && <span className="block text-12 text-ink-3">{help}</span>}
      </span>
    </label>
  );
}
