'use client';

import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import { controlClass } from '#components/ui/control-class.ts';
import { useFieldControl } from '#components/ui/field-context.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { Choice } from '#lib/enerflo/enerflo.contract.ts';

interface ChoiceBoxProps {
  inputRef?: Ref<HTMLInputElement>;
  /** The choice that is made, or null. */
  chosen: Choice | null;
  choices: readonly Choice[];
  /** What is typed to find one; it stays in sight while nothing is chosen for it. */
  query: string;
  onType: (query: string) => void;
  onChoose: (choice: Choice | null) => void;
  /** It is to be as it was before something was typed. */
  onEscape: () => void;
  /** The person went on: what is typed counts. */
  onLeave: () => void;
  onComeBack: () => void;
  /** The choices are still those of an earlier text: none is taken by Enter. */
  looking: boolean;
  /** Under the choices: how many more there are, why there are none. */
  status: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  disabled?: boolean;
  placeholder?: string;
}

/**
 * Chooses one of many by name: type, arrows, Enter; Escape leaves it as it was. The text in the box is what one looks
 * for, until one is chosen, and the name of what was chosen else. Inside a `Field` it is wired to its label, help and error.
 */
export function ChoiceBox(props: ChoiceBoxProps) {
  const { chosen, choices, query, onType, onChoose, onEscape, onLeave } = props;
  const { looking, status, open, onOpenChange } = props;
  const field = useFieldControl();
  const listId = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const [cursor, setCursor] = useState(0);
  const at = Math.min(cursor, choices.length - 1);

  function show() {
    setCursor(0);
    onOpenChange(true);
  }
  function choose(choice: Choice | undefined) {
    if (choice) onChoose(choice);
  }
  function handleKey(event: KeyboardEvent) {
    // Ctrl Enter sends the form: the person is done here.
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') onLeave();
    if (event.ctrlKey || event.metaKey) return;
    if (!open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) show();
    else if (open && event.key === 'ArrowDown') setCursor(Math.min(at + 1, choices.length - 1));
    else if (open && event.key === 'ArrowUp') setCursor(Math.max(at - 1, 0));
    else if (open && event.key === 'Enter') {
      // While the answer is on its way, what stands there is of an earlier text.
      if (!looking) choose(choices[at]);
    } else if (open && event.key === 'Escape') onEscape();
    else return;
    event.preventDefault();
  }

  return (
    <Popover.Root open={open} onOpenChange={(next) => !next && onOpenChange(false)}>
      <Popover.Anchor asChild>
        <span ref={anchor} className="relative block">
          <input
            ref={props.inputRef}
            type="text"
            role="combobox"
            {...field}
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && choices[at] ? `${listId}-${at}` : undefined}
            autoComplete="off"
            spellCheck={false}
            disabled={props.disabled}
            placeholder={chosen ? chosen.label : props.placeholder}
            value={open || query !== '' ? query : (chosen?.label ?? '')}
            className={clsx(
              controlClass,
              'h-8 truncate pr-7 pointer-coarse:h-10',
              open && chosen && 'placeholder:text-ink-2',
            )}
            onClick={() => !open && show()}
            onChange={(event) => {
              const typed = event.target.value;
              const emptied = !open && typed === '';
              if (emptied) onChoose(null);
              // Opening may put words of its own in the box: what is typed stands in their place.
              if (!open) show();
              // The first letter typed over a chosen name begins to look for another.
              if (!emptied) onType(open ? typed : typed.replace(chosen?.label ?? '', ''));
              setCursor(0);
            }}
            onFocus={(event) => {
              event.target.select();
              props.onComeBack();
            }}
            onBlur={onLeave}
            onKeyDown={handleKey}
          />
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-ink-3"
          />
        </span>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          // The box has the key, and tells what it takes back.
          onEscapeKeyDown={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target))
              event.preventDefault();
          }}
          // The box keeps the focus: a press in the list must not take it.
          onMouseDown={(event) => event.preventDefault()}
          className="z-40 w-(--radix-popover-trigger-width) min-w-64 overflow-hidden rounded border bg-surface-raised text-ink shadow-raised"
        >
          <ul
            id={listId}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a combobox
            role="listbox"
            aria-label="Choices"
            aria-busy={looking}
            className="max-h-[min(20rem,45dvh)] overflow-y-auto p-1 empty:hidden"
          >
            {choices.map((choice, index) => (
              <ChoiceLine
                key={choice.value}
                id={`${listId}-${index}`}
                choice={choice}
                marked={index === at}
                onNear={() => setCursor(index)}
                onChoose={() => choose(choice)}
              />
            ))}
          </ul>
          {status && (
            <p role="status" className="border-t px-3 py-1.5 text-12 text-ink-3 first:border-t-0">
              {status}
            </p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface ChoiceLineProps {
  id: string;
  choice: Choice;
  marked: boolean;
  onNear: () => void;
  onChoose: () => void;
}

function ChoiceLine({ id, choice, marked, onNear, onChoose }: ChoiceLineProps) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (marked) line.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: it names the marked one to screen readers
    <li
      ref={line}
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a combobox
      role="option"
      aria-selected={marked}
      onMouseMove={onNear}
      onClick={onChoose}
      className={clsx(
        'flex min-h-8 cursor-default flex-col justify-center rounded px-2 py-1 text-13 pointer-coarse:min-h-11',
        marked && 'bg-surface-hover',
      )}
    >
      <span className="wrap-anywhere">
        <VisibleText text={choice.label} />
      </span>
      {choice.detail && <span className="text-12 text-ink-3 wrap-anywhere">{choice.detail}</span>}
    </li>
  );
}
