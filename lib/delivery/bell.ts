/** Tells one listener that there is something to look at; rings while it does not listen are remembered as one. */
export type Bell = {
  ring: () => void;
  /** Resolves with the next ring, or at once if it rang since. One ring may be heard twice, never missed. */
  heard: () => Promise<void>;
};

export function createBell(): Bell {
  let rung = false;
  let tell = () => {};
  return {
    ring: () => {
      rung = true;
      tell();
    },
    heard: () =>
      new Promise((resolve) => {
        if (rung) resolve();
        else tell = resolve;
        rung = false;
      }),
  };
}
