import type { Shape } from '#components/ui/status-mark.tsx';
import type { Tone } from '#components/ui/tone.ts';
import type { RefusalItem } from '#lib/ingest/refusals.contract.ts';

type Look = { word: string; tone: Tone; shape: Shape };

/** What became of a refused request: word, colour and shape, in the order of the filter. */
export const refusalStateLooks: Record<RefusalItem['state'], Look> = {
  open: { word: 'To decide', tone: 'attention', shape: 'triangle' },
  released: { word: 'Released', tone: 'good', shape: 'circle' },
  dropped: { word: 'Dropped', tone: 'muted', shape: 'square' },
};
