import { clsx } from 'clsx';
import Link from 'next/link';
import type { ComponentProps } from 'react';

/** A link in running text or in a table cell. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={clsx(
        'rounded-sm text-accent underline decoration-1 underline-offset-3 hover:decoration-2',
        className,
      )}
    />
  );
}
