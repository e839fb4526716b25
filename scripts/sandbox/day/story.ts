import type { DayClock } from './day-clock.ts';
import type { Random } from './random.ts';

/** Something that happens in steps: yields how many ms pass until the next one. */
export type Story = Generator<number, void, void>;

/** Lets a story happen, step by step. One that fails is told and goes no further; the others go on. */
export function happen(clock: DayClock, story: Story): void {
  const step = () => {
    try {
      const { done, value } = story.next();
      if (!done) clock.after(value, step);
    } catch (error) {
      console.error(`A story of the day ended early: ${error instanceof Error ? error.stack : error}`);
    }
  };
  step();
}

/** A span between two numbers of minutes, in ms. */
export function minutes(random: Random, least: number, most: number): number {
  return random.whole(least * 60, most * 60) * 1_000;
}
