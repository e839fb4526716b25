import { holdEarlyPresses, PAGE_WORKS } from './hold-early-presses.ts';
import { PageWorks } from './page-works.tsx';

/**
 * Holds what is pressed while the page is on the screen and does not work yet, and has it done as soon as it does. Stands
 * first in the page; `nonce` is that of this answer.
 */
export function EarlyPresses({ nonce }: { nonce: string | undefined }) {
  return (
    <>
      <script
        nonce={nonce}
        // The browser keeps the nonce to itself: none is there to compare with.
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a text of our own, without anything that came from outside
        dangerouslySetInnerHTML={{ __html: `(${holdEarlyPresses})(${JSON.stringify(PAGE_WORKS)})` }}
      />
      <PageWorks />
    </>
  );
}
