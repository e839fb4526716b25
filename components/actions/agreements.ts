import type { Preview } from '#lib/actions/action.schema.ts';

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
  if (preview.lookalikes.length === 0) return effects;
  const ids = preview.lookalikes.map(({ kind, id }) => `${kind}:${id}`).join(' ');
  const label = preview.lookalikes.length === 1 ? 'It is another one: go on' : 'It is none of these: go on';
  return [...effects, { code: 'lookalikes', key: `lookalikes ${request} ${ids}`, label }];
}
