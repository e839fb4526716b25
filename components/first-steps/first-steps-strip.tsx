'use client';

import { X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useState, useSyncExternalStore } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { firstStepList } from './steps.ts';
import { useFirstSteps } from './use-first-steps.ts';

const place = 'heliograph.first-steps-hidden';
/** Lists only; the event log has the steps in its own empty page. */
const lists = ['/flows', '/deliveries', '/accounts'];

/** One line above the lists for those who can take the next step, until all are done or it is put away. */
export function FirstStepsStrip() {
  const mayMake = useMay('editor');
  const pathname = usePathname();
  const hiddenBefore = useSyncExternalStore(nothingChanges, wasHidden, () => true);
  const [hidden, setHidden] = useState(false);
  const shown = mayMake && lists.includes(pathname) && !hidden && !hiddenBefore;
  return shown ? <Strip onHide={() => hide(setHidden)} /> : null;
}

function Strip({ onHide }: { onHide: () => void }) {
  const { state } = useFirstSteps();
  const next = state && firstStepList.find(({ key }) => !state[key]);
  if (!state || !next) return null;
  const done = firstStepList.filter(({ key }) => state[key]).length;
  return (
    <section
      aria-label="First steps"
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-info-soft py-0.5 pr-1 pl-4 text-13"
    >
      <span className="min-w-0 flex-1 basis-60">
        <span className="text-ink-2">
          First steps, {done} of {firstStepList.length} done. Next:
        </span>{' '}
        <TextLink href={next.href}>{next.title}</TextLink>
      </span>
      <IconButton label="Hide the first steps" size="small" icon={<X />} onClick={onHide} />
    </section>
  );
}

function nothingChanges(): () => void {
  return () => undefined;
}

function wasHidden(): boolean {
  try {
    return localStorage.getItem(place) !== null;
  } catch {
    return false;
  }
}

function hide(setHidden: (hidden: boolean) => void): void {
  setHidden(true);
  try {
    localStorage.setItem(place, '1');
  } catch {
    // Storage is forbidden: it is hidden until the page is loaded anew.
  }
}
