'use client';

import { Fragment, useEffect, useEffectEvent, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { Kbd } from '#components/ui/kbd.tsx';

const keys: [keys: string[], does: string][] = [
  [['/'], 'Search this list'],
  [['Ctrl K'], 'Search everything, and commands'],
  [['j', 'k'], 'Next and previous row'],
  [['Enter'], 'Open the row'],
  [['Esc'], 'Close what is open, or end the selection'],
  [['x'], 'Select the row'],
  [['Shift J', 'Shift K', 'Shift ↓', 'Shift ↑'], 'Select several rows'],
  [['c'], 'Compare the two selected events'],
  [['c', 'p'], 'In data: copy the value, copy its path'],
  [['f'], 'In data: find events with this value'],
  [['?'], 'Show these keys'],
];

const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** The keys of the console, shown on `?`. Once in the frame. */
export function KeysDialog() {
  const [open, setOpen] = useState(false);
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== '?' || event.defaultPrevented || document.querySelector('dialog:modal')) return;
    if (event.target instanceof Element && event.target.closest(typing)) return;
    event.preventDefault();
    setOpen(true);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
  return (
    <Dialog open={open} onOpenChange={setOpen} title="Keys" size="small">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 pb-3 text-13">
        {keys.map(([names, does]) => (
          <Fragment key={does}>
            <dt className="flex max-w-28 flex-wrap gap-1">
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd className="text-ink-2">{does}</dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}
