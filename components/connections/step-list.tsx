import type { ReactNode } from 'react';

/** Steps to take elsewhere, in order. */
export function StepList({ title, steps }: { title: string; steps: readonly ReactNode[] }) {
  return (
    <div className="flex flex-col gap-1.5">
      <h3 className="text-13 font-medium">{title}</h3>
      <ol className="flex list-decimal flex-col gap-1 pl-5 text-13 text-ink-2 marker:text-ink-3">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a list never change
          <li key={index}>{step}</li>
        ))}
      </ol>
    </div>
  );
}
