'use client';

import { Copy, Download } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { copyWord, useCopy } from '#components/ui/use-copy.ts';

/** Recovery codes, the one time they are shown: to copy or to keep as a file. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const [state, copy] = useCopy();
  const text = codes.join('\n');
  return (
    <div className="flex flex-col gap-3">
      <p className="text-13 text-ink-2">
        These are your recovery codes: each lets you in once without your app, should you lose it. Keep them
        where only you get at them, such as your password manager. They are not shown again.
      </p>
      <ul
        aria-label="Recovery codes"
        className="grid grid-cols-2 gap-x-4 gap-y-1 rounded border bg-surface-sunken px-3 py-2 font-mono text-13"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button autoFocus onClick={() => copy(text)}>
          <Copy aria-hidden="true" />
          Copy codes
        </Button>
        <Button onClick={() => download(text)}>
          <Download aria-hidden="true" />
          Save as file
        </Button>
        <span role="status" className="text-13 text-ink-2">
          {copyWord[state]}
        </span>
      </div>
    </div>
  );
}

function download(codes: string): void {
  const url = URL.createObjectURL(
    new Blob([`Heliograph recovery codes\n\n${codes}\n`], { type: 'text/plain' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = 'heliograph-recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(url);
}
