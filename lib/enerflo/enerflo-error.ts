import type { EnerfloFailure } from './enerflo-result.ts';

/** A failed call where an answer is all that serves: pagers and listers throw it. */
export class EnerfloError extends Error {
  readonly failure: EnerfloFailure;

  constructor(failure: EnerfloFailure) {
    super(failure.text);
    this.name = 'EnerfloError';
    this.failure = failure;
  }
}
