'use client';

import { useMemo } from 'react';
import { CodeBlock } from '#components/ui/code-block.tsx';
import { JsonTree } from '#components/ui/json-tree.tsx';
import { readHtmlPage } from './html-page.ts';
import { HtmlPageView } from './html-page-view.tsx';

interface BodyViewProps {
  text: string;
  label: string;
  /** As it was told with the text, where it is known. */
  contentType?: string;
}

/** The body of a request or an answer: a tree where it is JSON, what a page of HTML says, else the text as it is. */
export function BodyView({ text, label, contentType }: BodyViewProps) {
  const json = useMemo(() => parsed(text), [text]);
  const page = useMemo(() => (json ? null : readHtmlPage(text, contentType)), [json, text, contentType]);
  if (json) return <JsonTree value={json} label={label} />;
  if (page) return <HtmlPageView page={page} source={text} label={label} />;
  return <CodeBlock text={text} label={label} />;
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
