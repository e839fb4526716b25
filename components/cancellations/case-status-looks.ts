import type { Shape } from '#components/ui/status-mark.tsx';
import type { Tone } from '#components/ui/tone.ts';
import { findStatus } from '#lib/catalog/cancellation/find-status.ts';

type Look = { tone: Tone; shape: Shape };

/** The look of each of Sunnova's statuses; only the one that waits for us has a strong colour, and Saved is a win. */
const looks: { [status: string]: Look } = {
  New: { tone: 'info', shape: 'ring' },
  'In Process': { tone: 'info', shape: 'half' },
  'Pending Partner Response': { tone: 'attention', shape: 'triangle' },
  Closed: { tone: 'muted', shape: 'square' },
  Saved: { tone: 'good', shape: 'circle' },
};

const notListed: Look = { tone: 'neutral', shape: 'diamond' };

/** The look of a status; of one that Sunnova does not list, and of none. */
export function caseStatusLook(status: string | null): Look {
  return (status === null ? undefined : looks[findStatus(status)?.status ?? '']) ?? notListed;
}
