import type { Preview } from '#lib/actions/action.schema.ts';

type Judged = Pick<Preview, 'problems' | 'request' | 'nothingChanges'>;

/**
 * Why what is shown cannot be sent as it stands, in words; null where it can. `openAgreements`: how much is still to be
 * agreed to; `current`: whether it is the preview of what stands in the fields now.
 */
export function whyNotSent(preview: Judged, openAgreements: number, current: boolean): string | null {
  const [problem] = preview.problems;
  if (problem) return problem.message;
  if (preview.request === null) return 'There is nothing to send yet.';
  if (preview.nothingChanges) return 'There is nothing to change.';
  if (openAgreements > 0) return 'Agree to the warning above first.';
  return current ? null : 'Looking at what you changed';
}
