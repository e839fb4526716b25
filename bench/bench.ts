/** One measured figure and what it should be; `ratio` compares with a reference run beside it, `absolute` does not. */
export type Aim = {
  name: string;
  value: number;
  aim: number;
  met: boolean;
  kind: 'ratio' | 'absolute';
  /** It depends on the product alone, not on the machine or on what else it does: missed, the bench ends with 1. */
  promise?: true;
};

/**
 * One benchmark. `run` measures, prints what a person wants to see, and gives the figures with an aim; it throws
 * when what it measured did not work (an event lost), and never for being slow. `quick` trades exactness for time;
 * `explain` also writes down how the figures come about, where a bench can.
 */
export type Bench = {
  name: string;
  summary: string;
  run: (options: { quick: boolean; explain?: boolean }) => Promise<Aim[]>;
};
