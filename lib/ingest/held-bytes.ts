/** Bytes that one request holds in memory, until it is answered. */
export type Hold = {
  /** Takes so many more, if no more than `most` are held by all requests together then. */
  take: (bytes: number, most: number) => boolean;
  /** Gives all of them back. */
  release: () => void;
};

/** Counts the bytes of all bodies that are being read and stored, so that no crowd of requests fills the memory. */
export type HeldBytes = { open: () => Hold };

export function createHeldBytes(): HeldBytes {
  let held = 0;
  return {
    open: () => {
      let own = 0;
      return {
        take: (bytes, most) => {
          if (held + bytes > most) return false;
          held += bytes;
          own += bytes;
          return true;
        },
        release: () => {
          held -= own;
          own = 0;
        },
      };
    },
  };
}
