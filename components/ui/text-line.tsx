import { isolated, longestLine } from './isolated.ts';
import { VisibleText } from './visible-text.tsx';

/** Text of others in a line that may cut it off, as in a cell: how it begins, and the same on hover. */
export function TextLine({ text, className }: { text: string; className?: string }) {
  return (
    <span className={className} title={isolated(text)}>
      <VisibleText text={text} most={longestLine} />
    </span>
  );
}
