'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { copyText } from './copy-text.ts';
import { type JsonRow, jsonRowPath, jsonRows, jsonValueText } from './json-rows.ts';
import { type JsonRowLink, JsonTreeRow, LONG_TEXT } from './json-tree-row.tsx';
import { jsonTreeStep } from './json-tree-step.ts';
import { useToast } from './toast.tsx';

interface JsonTreeProps {
  /** Any JSON value; two megabytes are fine. */
  value: unknown;
  /** What it is: `Data`. Shown above and read out. */
  label: string;
  /** Where a row leads, such as to other things with the same value; f goes there. */
  linkOf?: (row: JsonRow) => JsonRowLink | null;
}

/**
 * Any JSON as a folding tree. Only the lines in view are rendered. Arrow keys move and fold, Enter opens a long
 * text, c copies the value, p its path, and f follows the row's link where it has one.
 */
export function JsonTree({ value, label, linkOf }: JsonTreeProps) {
  const treeId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const toast = useToast();
  const router = useRouter();
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [cursorKey, setCursorKey] = useState('$');
  const rows = useMemo(() => jsonRows(value, folds), [value, folds]);
  const cursor = Math.max(
    0,
    rows.findIndex((row) => row.key === cursorKey),
  );

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 24,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 20,
    initialRect: { width: 600, height: 480 },
  });

  const setFold = (row: JsonRow, open: boolean) => setFolds(new Map(folds).set(row.key, open));

  function press(row: JsonRow) {
    setCursorKey(row.key);
    if (row.count > 0) setFold(row, !row.open);
    else if (isLong(row)) setFold(row, !folds.get(row.key));
  }

  async function copy(text: string, what: string) {
    const done = await copyText(text);
    toast(
      done
        ? { title: `${what} copied`, duration: 2000 }
        : { title: 'The browser did not allow copying', tone: 'bad' },
    );
  }

  function handleKey(event: KeyboardEvent) {
    const row = rows[cursor];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = jsonTreeStep(event.key, rows, cursor);
    const link = linkOf?.(row);
    if (event.key === 'Enter' || event.key === ' ') press(row);
    else if (event.key === 'c') void copy(jsonValueText(row.value), 'Value');
    else if (event.key === 'p') void copy(jsonRowPath(row), 'Path');
    else if (event.key === 'f' && link) router.push(link.href);
    else if (step?.fold !== undefined) setFold(row, step.fold);
    else if (step?.to !== undefined) moveTo(step.to);
    else return;
    event.preventDefault();
  }

  function moveTo(index: number) {
    setCursorKey(rows[index]?.key ?? '$');
    virtualizer.scrollToIndex(index);
  }

  const items = virtualizer.getVirtualItems();
  const cursorShown = items.some((item) => item.index === cursor);
  return (
    <div className="min-w-0 overflow-hidden rounded border">
      <div className="flex h-8 items-center justify-between border-b bg-surface-sunken pr-1 pl-3 text-12 text-ink-2">
        {label}
        <span className="flex items-center">
          {folds.size > 0 && (
            <Button
              variant="quiet"
              size="small"
              className="h-6! text-12!"
              onClick={() => setFolds(new Map())}
            >
              Reset folds
            </Button>
          )}
          <CopyButton text={() => jsonValueText(value)} label={`Copy ${label.toLowerCase()}`} />
        </span>
      </div>
      <div
        ref={scroller}
        role="tree"
        aria-label={label}
        aria-description={`c copies the value, p its path${linkOf ? ', f finds others with it' : ''}`}
        aria-activedescendant={cursorShown ? `${treeId}${cursor}` : undefined}
        tabIndex={0}
        onKeyDown={handleKey}
        className="group/tree max-h-160 overflow-auto py-1 outline-none"
      >
        <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <JsonTreeRow
                  key={row.key}
                  row={row}
                  elementId={`${treeId}${item.index}`}
                  index={item.index}
                  top={item.start}
                  cursor={item.index === cursor}
                  full={folds.get(row.key) ?? false}
                  measure={virtualizer.measureElement}
                  onPress={press}
                  link={linkOf?.(row)}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

function isLong(row: JsonRow): boolean {
  return row.kind === 'string' && String(row.value).length > LONG_TEXT;
}
