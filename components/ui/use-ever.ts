'use client';

import { useState } from 'react';

/** Whether something was so once: for parts that are read when they are first needed, and stay from then on. */
export function useEver(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return ever || now;
}
