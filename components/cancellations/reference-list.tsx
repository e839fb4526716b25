import type { ReactNode } from 'react';
import { Section } from '#components/ui/section.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';

export interface ReferenceEntry {
  name: string;
  /** Instead of the plain name. */
  mark?: ReactNode;
  definitions: readonly string[];
  /** The categories that came with it. */
  note?: string;
  count: number;
  /** The cases that have it. */
  href: string;
}

interface ReferenceListProps {
  title: string;
  description?: string;
  entries: readonly ReferenceEntry[];
}

const row = 'grid gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[minmax(12rem,18rem)_minmax(0,1fr)_5rem]';

/** A table of words with their definitions and how often each occurs here. */
export function ReferenceList({ title, description, entries }: ReferenceListProps) {
  return (
    <Section title={title} description={description}>
      <ul aria-label={title} className="max-w-260 divide-y border-y text-13">
        {entries.map((entry) => (
          <li key={entry.href} className={row}>
            <span className="font-medium wrap-anywhere">{entry.mark ?? <TextLine text={entry.name} />}</span>
            <span className="min-w-0 text-ink-2 wrap-anywhere">
              {entry.definitions.map((definition) => (
                <span key={definition} className="block">
                  {definition}
                </span>
              ))}
              {entry.note && (
                <span className="block text-12 text-ink-3">
                  Came with: <VisibleText text={entry.note} />
                </span>
              )}
            </span>
            <span className="tabular-nums sm:text-right">
              {entry.count > 0 ? (
                <TextLink href={entry.href}>
                  {entry.count.toLocaleString('en')} {entry.count === 1 ? 'case' : 'cases'}
                </TextLink>
              ) : (
                <span className="text-ink-3">none here</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
