import type { Preview } from '#lib/actions/action.schema.ts';
import { willBeUpdated } from '#lib/operations/will-be-updated.ts';

/** Something that a person must agree to before it is sent. */
export type Agreement = {
  /** As the API takes it: the side effect's code, or `lookalikes`. */
  code: string;
  /** Changes with what is agreed to: another request, another warning or another lookalike needs another yes. */
  key: string;
  label: string;
};

/** What must be agreed to before a preview may be sent: each for the exact request that the preview shows. */
export function agreementsOf(preview: Pick<Preview, 'request' | 'sideEffects' | 'lookalikes'>): Agreement[] {
  const request = JSON.stringify(preview.request);
  const effects = preview.sideEffects
    .filter(({ agree }) => agree)
    .map(({ code, text }) => ({ code, key: `${code} ${request} ${text}`, label: 'I know, and want it so' }));
  const updates = preview.lookalikes.filter(willBeUpdated).map(updateAgreement);
  const others = preview.lookalikes.filter((one) => !willBeUpdated(one));
  if (others.length === 0) return [...effects, ...updates];
  const ids = others.map(({ kind, id }) => `${kind}:${id}`).join(' ');
  const label = others.length === 1 ? 'It is another one: go on' : 'It is none of these: go on';
  return [...effects, ...updates, { code: 'lookalikes', key: `lookalikes ${request} ${ids}`, label }];
}

/**
 * That what stands in Enerflo already is updated. Whoever chose that one to be updated has said so: it holds for that one
 * whatever is typed afterwards.
 */
export function updateAgreement({ kind, id }: { kind: string; id: string }): Agreement {
  return { code: 'lookalikes', key: `updates ${kind}:${id}`, label: 'Yes, update this one' };
}
