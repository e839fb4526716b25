'use client';

import { useEffect, useRef, useState } from 'react';
import { copyText } from './copy-text.ts';

export type CopyState = 'idle' | 'copied' | 'failed';

/** Copies on call; the state says how it went and goes back to idle after 1.5 seconds. */
export function useCopy(): [CopyState, (text: string) => Promise<void>] {
  const [state, setState] = useState<CopyState>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy(text: string) {
    setState((await copyText(text)) ? 'copied' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('idle'), 1500);
  }
  return [state, copy];
}

/** What to say after a try to copy. */
export const copyWord: Record<CopyState, string> = {
  idle: '',
  copied: 'Copied',
  failed: 'Could not copy. Select the text and copy it by hand.',
};
