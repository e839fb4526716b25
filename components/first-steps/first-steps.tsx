'use client';

import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { firstStepList } from './steps.ts';
import { useFirstSteps } from './use-first-steps.ts';

interface FirstStepsProps {
  /** Once all are done, or where they cannot be read. */
  otherwise?: ReactNode;
}

/** What to do first in an empty console: each step is done by itself as it happens, then all of it is gone. */
export function FirstSteps({ otherwise = null }: FirstStepsProps) {
  const mayMake = useMay('editor');
  const { state, pending } = useFirstSteps();
  if (pending) return null;
  if (!state) return otherwise;
  const next = firstStepList.find(({ key }) => !state[key]);
  return (
    <section aria-label="First steps" className="mx-auto w-full max-w-140 px-4 py-6">
      <h2 className="pb-2 text-14 font-medium">First steps</h2>
      <ol className="divide-y rounded border bg-surface-raised">
        {firstStepList.map((step, index) => {
          const done = state[step.key];
          return (
            <li key={step.key} className="flex flex-wrap items-start gap-x-3 gap-y-2 px-3 py-3">
              <span
                aria-hidden="true"
                className="flex size-5 shrink-0 items-center justify-center text-13 text-ink-3 tabular-nums"
              >
                {done ? <CircleCheck className="size-4 text-good" /> : index + 1}
              </span>
              <div className="min-w-0 flex-1 basis-52">
                <p className={done ? 'text-13 text-ink-3' : 'text-13 font-medium'}>
                  {step.title}
                  {done && ': done'}
                </p>
                {!done && <p className="text-13 text-ink-2">{step.words}</p>}
              </div>
              {step === next && mayMake && (
                <LinkButton href={step.href} size="small" variant="primary">
                  {step.action}
                </LinkButton>
              )}
            </li>
          );
        })}
      </ol>
      {!state.heard && (
        <p className="pt-2 text-12 text-ink-3">
          Every webhook of Enerflo, Sunnova and your CRM appears here within a second. Was one sent and is
          missing? It may wait among the <TextLink href="/refusals">refused requests</TextLink>.
        </p>
      )}
      {!mayMake && (
        <p className="pt-2 text-12 text-ink-3">An admin connects accounts; an editor or admin makes flows.</p>
      )}
    </section>
  );
}
