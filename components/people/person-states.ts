import type { Shape } from '#components/ui/status-mark.tsx';
import type { Tone } from '#components/ui/tone.ts';
import type { PersonItem } from '#lib/auth/people.contract.ts';

type Look = { word: string; tone: Tone; shape: Shape };

/** How it is with somebody's account. An invitation that has ended needs an admin: nobody gets in by it any more. */
export function personState({ state, link }: Pick<PersonItem, 'state' | 'link'>): Look {
  if (state === 'active') return { word: 'Active', tone: 'good', shape: 'circle' };
  if (state === 'deactivated') return { word: 'Deactivated', tone: 'muted', shape: 'square' };
  return link?.open
    ? { word: 'Invited', tone: 'neutral', shape: 'ring' }
    : { word: 'Invitation ended', tone: 'attention', shape: 'triangle' };
}
