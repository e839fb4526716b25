'use client';

import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { controlClass } from '#components/ui/control-class.ts';
import { isolated, longestLine } from '#components/ui/isolated.ts';
import { TextLine } from '#components/ui/text-line.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import { FieldPickerList } from './field-picker-list.tsx';
import type { FieldSource } from './flow-values.ts';
import { fieldKey, fieldPathWords, fieldWords } from './mappable-field.ts';
import type { MappableFields } from './use-mappable-fields.ts';

interface FieldPickerProps {
  label: string;
  source: FieldSource | null;
  mappable: MappableFields;
  wrong: boolean;
  onChoose: (source: FieldSource) => void;
  onConstant: () => void;
}

/** The field that a row takes, with the value it has in the latest event; a click searches for another. */
export function FieldPicker({ label, source, mappable, wrong, onChoose, onConstant }: FieldPickerProps) {
  const [open, setOpen] = useState(false);
  const known = source ? mappable.byKey.get(fieldKey(source)) : undefined;
  const words = source ? fieldWords(source, known) : null;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          title={source ? isolated(fieldPathWords(source)) : undefined}
          data-wrong={wrong ? 'true' : undefined}
          className={`${controlClass} flex h-8 items-center gap-2 text-left pointer-coarse:h-10 ${wrong ? 'border-bad' : ''}`}
        >
          <span className="sr-only">{label}: </span>
          {words ? (
            <>
              <span className={`min-w-0 truncate text-13 ${source?.kind === 'field' ? 'font-mono' : ''}`}>
                <VisibleText text={words} most={longestLine} />
              </span>
              <TextLine
                className="ml-auto min-w-12 shrink-[4] truncate text-right text-12 text-ink-3"
                text={known?.sample ?? ''}
              />
            </>
          ) : (
            <span className="flex-1 text-13 text-ink-3">Choose a field</span>
          )}
          <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-40 w-[min(32rem,calc(100vw-2rem))] overflow-hidden rounded border bg-surface-raised text-ink shadow-raised"
        >
          <FieldPickerList
            mappable={mappable}
            onChoose={(chosen) => {
              setOpen(false);
              onChoose(chosen);
            }}
            onConstant={() => {
              setOpen(false);
              onConstant();
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
