import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import { AppError } from '#lib/errors.ts';
import type { Json } from '#lib/json.ts';
import type { ActionContext } from './action-context.ts';
import { type Asked, assertRight, prepareInput } from './prepare-input.ts';

/**
 * Reads something in Enerflo and gives what came, in words and as data. Throws AppError INVALID, FORBIDDEN, NOT_FOUND
 * (also where Enerflo has nothing of the kind), or UNAVAILABLE where Enerflo does not answer as it should.
 */
export async function readOperation(
  context: ActionContext,
  asked: Asked,
): Promise<{ words: string; data: Json }> {
  const { operation, put } = await prepareInput(context, asked, 'read');
  assertRight(put);
  const account = await openEnerfloAccount(context, asked.connectionId);
  const { settings } = account;
  const result = await account.call(operation.request(put.input, { settings }, null), { share: 'people' });
  if (result.ok) {
    const { words, data } = operation.answer(result.body, put.input);
    return { words, data };
  }
  const { text, whatToDo, said, retryAfter } = result;
  const words = [text, said && `It said: “${said}”.`, whatToDo].filter(Boolean).join(' ');
  if (result.code === 'NOT_THERE') throw new AppError('NOT_FOUND', words);
  if (!result.again) throw new AppError('INVALID', words);
  throw new AppError('TOO_MANY', words, { retryAfter: retryAfter ?? 5 });
}
