import { AppError } from '#lib/errors.ts';
import { idSchema } from './contract-base.ts';

/** The id in an address. Throws NOT_FOUND where it cannot be one. */
export function idIn(text: string): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError('NOT_FOUND', 'There is nothing with this id.');
  return id.data;
}
