'use client';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { buttonClass } from './button-class.ts';
import { StatusMark } from './status-mark.tsx';
import type { Tone } from './tone.ts';

export interface ToastMessage {
  /** What happened: `Flow published`. */
  title: string;
  description?: string;
  tone?: Extract<Tone, 'neutral' | 'good' | 'attention' | 'bad'>;
  /** One thing to do about it, such as Undo. */
  action?: { label: string; onClick: () => void };
  /** Milliseconds; 5 s, with an action 10 s, errors stay until closed. */
  duration?: number;
}

type Show = (message: ToastMessage) => void;

const ToastContext = createContext<Show | null>(null);

/** Shows a short message at the bottom; read out politely, errors at once. */
export function useToast(): Show {
  const show = useContext(ToastContext);
  if (!show) throw new Error('useToast outside ToastProvider');
  return show;
}

/** Holds the messages of the page; at most three are shown. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<(ToastMessage & { id: string })[]>([]);
  const show = useCallback<Show>((message) => {
    setMessages((shown) => [...shown.slice(-2), { ...message, id: crypto.randomUUID() }]);
  }, []);
  return (
    <ToastContext value={show}>
      <Radix.Provider swipeDirection="right" label="Message">
        {children}
        {messages.map((message) => (
          <ToastItem
            key={message.id}
            message={message}
            onClose={() => setMessages((shown) => shown.filter((each) => each.id !== message.id))}
          />
        ))}
        <Radix.Viewport
          label="Messages ({hotkey})"
          className="fixed right-0 bottom-0 z-50 flex w-100 max-w-full flex-col gap-2 p-4 outline-none"
        />
      </Radix.Provider>
    </ToastContext>
  );
}

function ToastItem({ message, onClose }: { message: ToastMessage; onClose: () => void }) {
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
