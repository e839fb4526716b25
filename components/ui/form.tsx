'use client';

import { clsx } from 'clsx';
import type { ComponentProps, KeyboardEvent } from 'react';

/** A form of our own fields: the browser's bubbles are off (errors stand at the fields), and Ctrl Enter sends it. */
export function Form({ className, onKeyDown, ...rest }: ComponentProps<'form'>) {
  function handleKey(event: KeyboardEvent<HTMLFormElement>) {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.repeat || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey))
      return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }
  return (
    <form noValidate {...rest} onKeyDown={handleKey} className={clsx('flex flex-col gap-4', className)} />
  );
}
