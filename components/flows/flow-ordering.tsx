'use client';

import { useFormContext } from 'react-hook-form';
import { type Ordering, orderings } from '#lib/flows/flow.schema.ts';
import type { FlowValues } from './flow-values.ts';

const choices = ['every', 'latest'] as const satisfies readonly Ordering[];

/** How several events of one record follow each other. */
export function FlowOrdering() {
  const { register } = useFormContext<FlowValues>();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-13 font-medium">When several events of one record come</legend>
      {choices.map((ordering) => (
        <label key={ordering} className="flex items-start gap-2 text-14">
          <input
            type="radio"
            value={ordering}
            className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-line-strong bg-surface checked:border-5 checked:border-accent-solid disabled:opacity-55"
            {...register('ordering')}
          />
          <span>
            {orderings[ordering].label}
            <span className="block text-12 text-ink-3">{orderings[ordering].meaning}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
