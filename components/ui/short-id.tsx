'use client';

import { clsx } from 'clsx';
import { copyWord, useCopy } from './use-copy.ts';

interface ShortIdProps {
  id: string;
  /** What it is of, for screen readers: `event`. */
  of?: string;
  /** Plain text instead of a button, inside rows that are clickable themselves. */
  plain?: boolean;
}

/** The last eight characters of an id; a click copies the whole. */
export function ShortId({ id, of = '', plain = false }: ShortIdProps) {
  const [state, copy] = useCopy();
  const short = id.slice(-8);
  const face = 'font-mono text-13 tabular-nums';
  if (plain) {
    return (
      <span className={face} title={id}>
        {short}
      </span>
    );
  }
  return (
    <button
      type="button"
      title={copyWord[state] || `${id}\nClick to copy`}
      aria-label={`Copy ${of ? `${of} ` : ''}id ${short}`}
      onClick={(event) => {
        event.stopPropagation();
        void copy(id);
      }}
      className={clsx(
        face,
        '-my-0.5 inline-flex min-h-6 align-top whitespace-pre items-center rounded-sm px-1 -mx-1 hover:bg-surface-hover',
        state === 'copied' ? 'text-good' : 'text-ink-2',
      )}
    >
      {state === 'copied' ? 'Copied  ' : short}
      <span role="status" className="sr-only">
        {copyWord[state]}
      </span>
    </button>
  );
}
