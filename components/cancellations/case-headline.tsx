'use client';

import { clsx } from 'clsx';
import { useSyncExternalStore } from 'react';
import { subscribeToClock, useClock } from '#components/ui/clock.tsx';
import type { CaseDetail } from '#lib/cases/cases.contract.ts';
import { caseSentence } from './case-sentence.ts';
import { caseStatusLook } from './case-status-looks.ts';

const grounds: { [tone: string]: string } = {
  attention: 'bg-attention-soft',
  good: 'bg-good-soft',
};

/** How the case stands, in one sentence, and under it Sunnova's own definition of the status. */
export function CaseHeadline({ detail }: { detail: CaseDetail }) {
  const clock = useClock();
  const sentence = useSyncExternalStore(
    subscribeToClock,
    () => caseSentence(detail, Date.now()),
    () => caseSentence(detail, clock.now),
  );
  const ground = grounds[caseStatusLook(detail.status).tone];
  return (
    <div className={clsx('flex flex-col gap-1', ground && 'rounded p-2.5', ground)}>
      <p className="text-14 font-medium wrap-anywhere">{sentence}</p>
      {detail.statusDefinition && (
        <p className="text-13 text-ink-2">
          Sunnova on “{detail.status}”: {detail.statusDefinition}
        </p>
      )}
    </div>
  );
}
