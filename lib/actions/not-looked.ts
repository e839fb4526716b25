import type { SideEffect } from '#lib/operations/operation.ts';

/** Agreed to by this code: that it is sent without anybody knowing whether somebody like this is there. */
export const notLookedCode = 'lookalikes-not-asked';

/** What a person is told, and must agree to, where a search for what is alike failed. */
export const notLooked: SideEffect = {
  code: notLookedCode,
  text: 'Enerflo could not be asked for leads that look like this one.',
  agree: true,
};
