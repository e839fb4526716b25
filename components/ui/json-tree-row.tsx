'use client';

import { clsx } from 'clsx';
import { ChevronRight, Search, Waypoints } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { CopyButton } from './copy-button.tsx';
import { type JsonRow, jsonRowPath, jsonValueText } from './json-rows.ts';
import { VisibleText } from './visible-text.tsx';

/** Characters of a text that are shown before it folds, and at most once it is open. */
export const LONG_TEXT = 240;
const LONGEST_TEXT = 20_000;

/** Where a row leads: what the link does, and the place. */
export type JsonRowLink = { label: string; href: Route };

/** What a row says behind its name. A long text is cut unless it is open. */
export function JsonValue({ row, full }: { row: JsonRow; full: boolean }) {
  switch (row.kind) {
    case 'object':
    case 'array':
    case 'part':
      return <span className="text-ink-3">{countText(row)}</span>;
    case 'string': {
      const text = String(row.value);
      if (text === '') return <span className="text-ink-3">empty text</span>;
      const most = full ? LONGEST_TEXT : LONG_TEXT;
      const cut = text.length > most;
      return (
        <span className="whitespace-pre-wrap wrap-anywhere">
          <VisibleText text={cut ? `${text.slice(0, most)}…` : text} />
          {cut && (
            <span className="text-accent">
              {' '}
              {text.length.toLocaleString('en-US')} characters{full && '; copy the value to have all of it'}
            </span>
          )}
        </span>
      );
    }
    case 'null':
      return <span className="text-ink-3">null</span>;
    default:
      return <span className="text-info">{String(row.value)}</span>;
  }
}

function countText(row: JsonRow): string {
  const thing = row.kind === 'object' ? 'field' : 'item';
  if (row.kind === 'part') return '';
  if (row.count === 0) return row.kind === 'object' ? 'no fields' : 'no items';
  return `${row.count.toLocaleString('en-US')} ${thing}${row.count === 1 ? '' : 's'}`;
}

interface JsonTreeRowProps {
  row: JsonRow;
  elementId: string;
  index: number;
  top: number;
  cursor: boolean;
  full: boolean;
  measure: (element: HTMLElement | null) => void;
  onPress: (row: JsonRow) => void;
  link?: JsonRowLink | null;
}

/** One line of a JsonTree: fold mark, name, value, and what can be copied while it is pointed at. */
export function JsonTreeRow({
  row,
  elementId,
  index,
  top,
  cursor,
  full,
  measure,
  onPress,
  link,
}: JsonTreeRowProps) {
  const folds = row.count > 0;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names this row as its active descendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the tree's
    <div
      role="treeitem"
      id={elementId}
      ref={measure}
      data-index={index}
      aria-level={row.depth + 1}
      aria-setsize={row.siblings}
      aria-posinset={row.place}
      aria-expanded={folds ? row.open : undefined}
      aria-selected={cursor}
      onClick={() => {
        if (window.getSelection()?.isCollapsed !== false) onPress(row);
      }}
      style={{ transform: `translateY(${top}px)`, paddingLeft: 4 + Math.min(row.depth, 20) * 16 }}
      className={clsx(
        'group/row absolute inset-x-0 top-0 flex min-h-6 items-start pr-24 py-0.5 font-mono text-12 leading-5 hover:bg-surface-hover',
        cursor &&
          'outline-offset-[-1px] outline-accent group-focus-visible/tree:outline-1 group-focus/tree:bg-surface-hover',
      )}
    >
      <ChevronRight
        aria-hidden="true"
        className={clsx(
          'mt-0.5 mr-1 size-4 shrink-0 text-ink-3',
          row.open && 'rotate-90',
          !folds && 'invisible',
        )}
      />
      <span className="min-w-0">
        {row.name !== '' && (
          <span className="text-ink-2 wrap-anywhere">
            <VisibleText text={row.name} />
            <span className="mr-2 text-ink-3">:</span>
          </span>
        )}
        <JsonValue row={row} full={full} />
      </span>
      <span
        className={clsx(
          'absolute top-0 right-1 rounded-sm bg-surface-hover group-hover/row:flex',
          cursor ? 'hidden group-focus/tree:flex' : 'hidden',
        )}
      >
        {link && (
          <Link
            href={link.href}
            prefetch={false}
            aria-label={link.label}
            title={link.label}
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
            className="inline-flex size-6 items-center justify-center rounded-sm text-ink-3 hover:bg-surface-hover hover:text-ink pointer-coarse:size-9 [&_svg]:size-3.5"
          >
            <Search aria-hidden="true" />
          </Link>
        )}
        <CopyButton label="Copy value" text={() => jsonValueText(row.value)} tabIndex={-1} />
        <CopyButton label="Copy path" icon={<Waypoints />} text={() => jsonRowPath(row)} tabIndex={-1} />
      </span>
    </div>
  );
}
