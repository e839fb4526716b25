'use client';

import { useMemo } from 'react';
import { CodeBlock } from '#components/ui/code-block.tsx';
import { JsonTree } from '#components/ui/json-tree.tsx';

/** The body of a request or an answer: a tree where it is JSON, else the text as it is. */
export function BodyView({ text, label }: { text: string; label: string }) {
  const json = useMemo(() => parsed(text), [text]);
  return json ? <JsonTree value={json} label={label} /> : <CodeBlock text={text} label={label} />;
}

/** An object or list; null for everything that is better read as text. */
function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
