'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { Tone } from './tone.ts';
import { useEver } from './use-ever.ts';

const readList = () => import('./toast-list.tsx').then((file) => file.ToastList);
/** Read when the page has come to rest, before there is anything to say. */
const ToastList = dynamic(readList, { ssr: false });
const restAfter = 2_000;

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

export type ShownToast = ToastMessage & { id: string };

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
  const [messages, setMessages] = useState<ShownToast[]>([]);
  const show = useCallback<Show>((message) => {
    setMessages((shown) => [...shown.slice(-2), { ...message, id: crypto.randomUUID() }]);
  }, []);
  const close = useCallback(
    (id: string) => setMessages((shown) => shown.filter((each) => each.id !== id)),
    [],
  );
  useEffect(() => {
    // Not only once it is needed: what it says then may be that the network is away.
    const timer = window.setTimeout(() => void readList().catch(() => undefined), restAfter);
    return () => window.clearTimeout(timer);
  }, []);
  // Once there, it stays, so that screen readers know its place.
  const wanted = useEver(messages.length > 0);
  return (
    <ToastContext value={show}>
      {children}
      {wanted && <ToastList messages={messages} onClose={close} />}
    </ToastContext>
  );
}
