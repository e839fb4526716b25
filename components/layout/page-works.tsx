'use client';

import { useEffect } from 'react';
import { PAGE_WORKS } from './hold-early-presses.ts';

/** Tells the window that the page works: whatever stands in it has its handlers by then. */
export function PageWorks() {
  useEffect(() => {
    window.dispatchEvent(new Event(PAGE_WORKS));
  }, []);
  return null;
}
