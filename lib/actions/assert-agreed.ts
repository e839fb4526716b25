import { AppError } from '#lib/errors.ts';
import type { Lookalike, SideEffect } from '#lib/operations/operation.ts';
import { willBeUpdated } from '#lib/operations/will-be-updated.ts';

/** Throws AppError INVALID (field `agreed`) where something needs a person's agreement and has none. */
export function assertAgreed(
  agreed: readonly string[],
  sideEffects: readonly SideEffect[],
  lookalikes: readonly Lookalike[],
): void {
  const open = sideEffects.filter(({ agree, code }) => agree && !agreed.includes(code));
  const messages = open.map(({ code, text }) => ({ field: `agreed.${code}`, message: text }));
  if (lookalikes.length > 0)
    messages.push({ field: 'agreed.lookalikes', message: lookalikeWords(lookalikes) });
  if (messages.length === 0) return;
  const words = messages.map(({ message }) => message).join(' ');
  throw new AppError('INVALID', `${words} Nothing was sent: agree to it first.`, { fields: messages });
}

function lookalikeWords(lookalikes: readonly Lookalike[]): string {
  const updated = lookalikes.find(willBeUpdated);
  if (updated) return `It updates ${updated.about}, who is in Enerflo already under the same id of ours.`;
  const [first] = lookalikes;
  const more = lookalikes.length > 1 ? `, and ${lookalikes.length - 1} more` : '';
  return `It looks like ${first?.about ?? 'one'} (the same ${first?.alike.join(' and ') ?? 'values'}), who is in Enerflo already${more}.`;
}
