'use client';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { buttonClass } from './button-class.ts';
import { StatusMark } from './status-mark.tsx';
import type { ShownToast } from './toast.tsx';

/** The messages at the bottom of the page. */
export function ToastList({
  messages,
  onClose,
}: {
  messages: readonly ShownToast[];
  onClose: (id: string) => void;
}) {
  return (
    <Radix.Provider swipeDirection="right" label="Message">
      {messages.map((message) => (
        <ToastItem key={message.id} message={message} onClose={() => onClose(message.id)} />
      ))}
      <Radix.Viewport
        label="Messages ({hotkey})"
        // Above the line with what can be done with selected rows.
        className="fixed right-0 bottom-0 z-50 flex w-100 max-w-full flex-col gap-2 p-4 outline-none [body:has([data-bulk-bar])_&]:bottom-12"
      />
    </Radix.Provider>
  );
}

function ToastItem({ message, onClose }: { message: ShownToast; onClose: () => void }) {
  const { title, description, tone = 'neutral', action } = message;
  const duration = message.duration ?? (tone === 'bad' ? Number.POSITIVE_INFINITY : action ? 10_000 : 5000);
  return (
    <Radix.Root
      duration={duration}
      type={tone === 'bad' ? 'foreground' : 'background'}
      onOpenChange={(open) => !open && onClose()}
      className="flex animate-fade items-start gap-2 rounded border bg-surface-raised py-2 pr-2 pl-3 shadow-raised"
    >
      <div className="min-w-0 flex-1 py-1">
        <Radix.Title className="text-13 font-medium">
          {tone === 'neutral' ? title : <StatusMark {...marks[tone]}>{title}</StatusMark>}
        </Radix.Title>
        {description && <Radix.Description className="text-13 text-ink-2">{description}</Radix.Description>}
      </div>
      {action && (
        <Radix.Action asChild altText={action.label}>
          <button type="button" className={buttonClass('secondary', 'small')} onClick={action.onClick}>
            {action.label}
          </button>
        </Radix.Action>
      )}
      <Radix.Close aria-label="Close" className={clsx(buttonClass('quiet', 'small'), 'w-7 px-0!')}>
        <X aria-hidden="true" />
      </Radix.Close>
    </Radix.Root>
  );
}

const marks = {
  good: { tone: 'good', shape: 'circle' },
  attention: { tone: 'attention', shape: 'triangle' },
  bad: { tone: 'bad', shape: 'square' },
} as const;
