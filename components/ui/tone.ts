/** What a colour says. One list for marks, badges, banners, toasts and timelines. */
export type Tone = 'neutral' | 'info' | 'good' | 'attention' | 'bad' | 'muted';

/** Text and shape colour of each tone, at least 4.5:1 on every surface and on its own soft background. */
export const toneText: Record<Tone, string> = {
  neutral: 'text-neutral',
  info: 'text-info',
  good: 'text-good',
  attention: 'text-attention',
  bad: 'text-bad',
  muted: 'text-muted',
};

/** Soft background of each tone with its text colour. */
export const toneSoft: Record<Tone, string> = {
  neutral: 'bg-neutral-soft text-neutral',
  info: 'bg-info-soft text-info',
  good: 'bg-good-soft text-good',
  attention: 'bg-attention-soft text-attention',
  bad: 'bg-bad-soft text-bad',
  muted: 'bg-muted-soft text-muted',
};
