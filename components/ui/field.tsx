'use client';

import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { FieldContext } from './field-context.tsx';

interface FieldProps {
  label: string;
  /** Below the control, always there: what is wanted and why. */
  help?: ReactNode;
  /** What is wrong and what to do; show it after the field was left. */
  error?: string;
  required?: boolean;
  /** Says "optional" behind the label. */
  optional?: boolean;
  /** One Input, Textarea or Select; it takes its id and aria attributes from here. */
  children: ReactNode;
}

/** Label above, control, help and error below. */
export function Field({ label, help, error, required = false, optional = false, children }: FieldProps) {
  const id = useId();
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const describedBy = [help ? helpId : '', error ? errorId : ''].filter(Boolean).join(' ') || undefined;
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error), required }}>
      <div className="flex min-w-0 flex-col gap-1">
        <label htmlFor={id} className="text-13 font-medium text-ink">
          {label}
          {optional && <span className="font-normal text-ink-3"> (optional)</span>}
        </label>
        {children}
        {error && (
          <p id={errorId} className="flex items-start gap-1 text-13 text-bad">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {error}
          </p>
        )}
        {help && (
          <p id={helpId} className="text-12 text-ink-3">
            {help}
          </p>
        )}
      </div>
    </FieldContext>
  );
}
