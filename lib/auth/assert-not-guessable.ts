import { AppError } from '#lib/errors.ts';

/** Of zxcvbn's 0 to 4: below it a password falls to a million guesses, the commonest ones and their likes. */
const leastScore = 2;

/**
 * Throws AppError INVALID (field `password`) for a password that is among the first to be guessed, also by who knows
 * these words of the person's: name, e-mail address. Length alone does not help: `password123` has eleven characters.
 */
export async function assertNotGuessable(password: string, own: readonly string[]): Promise<void> {
  // Its lists are large, and needed a few times a year.
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const words = own.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter(Boolean);
  const { score, feedback } = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }).check(password, [
    'heliograph',
    'enerflo',
    'sunnova',
    ...words,
  ]);
  if (score >= leastScore) return;
  const why =
    feedback.warning === 'userInputs'
      ? 'This is too close to your name, your e-mail address or the name of this console.'
      : 'This is among the first passwords that are tried by whoever wants to get in.';
  const message = `${why} Choose another, such as a few unrelated words.`;
  throw new AppError('INVALID', message, { fields: [{ field: 'password', message }] });
}
