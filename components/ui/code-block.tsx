'use client';

import { CopyButton } from './copy-button.tsx';

interface CodeBlockProps {
  text: string;
  /** What it is: `Request body`. Shown above and read out. */
  label: string;
  /** Long lines break; off keeps them and scrolls sideways. */
  wrap?: boolean;
}

/** Text as it is, monospaced, with a button that copies all of it. Scrolls beyond 480 pixels. */
export function CodeBlock({ text, label, wrap = true }: CodeBlockProps) {
  return (
    <figure className="min-w-0 overflow-hidden rounded border bg-surface-sunken">
      <figcaption className="flex h-8 items-center justify-between border-b pr-1 pl-3 text-12 text-ink-2">
        {label}
        <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} />
      </figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a scrolling place must take the focus and have a name */}
      <pre
        role="region"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
        tabIndex={0}
        className={`max-h-120 overflow-auto px-3 py-2 font-mono text-12 outline-offset-[-2px] ${wrap ? 'wrap-anywhere whitespace-pre-wrap' : ''}`}
      >
        {text}
      </pre>
    </figure>
  );
}
