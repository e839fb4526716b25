import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { AppError } from '#lib/errors.ts';

/** Of zxcvbn's 0 to 4: below it a password falls to a million guesses, the commonest ones and their likes. */
const leastScore = 2;

/** What is beyond makes a password no easier to guess, and would take long to look through. */
const judged = 64;

let factory: Promise<ZxcvbnFactory> | undefined;

/**
 * Throws AppError INVALID (field `password`) for a password that is among the first to be guessed, also by who knows
 * these words of the person's: name, e-mail address. Length alone does not help: `password123` has eleven characters.
 */
export async function assertNotGuessable(password: string, own: readonly string[]): Promise<void> {
  factory ??= makeFactory();
  const words = own.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter(Boolean);
  const known = ['heliograph', 'enerflo', 'sunnova', ...words];
  const { score, feedback } = (await factory).check(password.slice(0, judged), known);
  if (score >= leastScore) return;
  const why =
    feedback.warning === 'userInputs'
      ? 'This is too close to your name, your e-mail address or the name of this console.'
      : 'This is among the first passwords that are tried by whoever wants to get in.';
  const message = `${why} Choose another, such as a few unrelated words.`;
  throw new AppError('INVALID', message, { fields: [{ field: 'password', message }] });
}

/** Its lists are large, and first needed when somebody chooses a password. */
async function makeFactory(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary, graphs: adjacencyGraphs, l33tMaxSubstitutions: 10 });
}
