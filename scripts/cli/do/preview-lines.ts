import type { Preview } from '#lib/actions/action.schema.ts';
import type { Json } from '#lib/json.ts';
import { willBeUpdated } from '#lib/operations/will-be-updated.ts';

/** What would happen, as lines for a person: the exact request, and today's values beside the new ones. */
export function previewLines(preview: Preview): string[] {
  const { about, puttingRight, cautions, beside, request, sideEffects, lookalikes, undo, failure } = preview;
  const lines = about === null ? [] : [`About ${about}`];
  for (const { field, from, to, why } of puttingRight)
    lines.push(`Put right: ${field} ${from === '' ? '' : `“${from}” `}→ “${to}” (${why})`);
  for (const { field, message } of cautions) lines.push(`Caution: ${field}: ${message}`);
  for (const { label, before, beforeText, after, afterText, told, changes } of beside) {
    if (changes)
      lines.push(`${label}: ${told ? shown(beforeText, before) : 'not told'} → ${shown(afterText, after)}`);
  }
  if (failure) lines.push(`Today’s values could not be read. ${failure.text} ${failure.whatToDo}`);
  for (const { about: other, alike, kind, id, integrationRecordId } of lookalikes) {
    const fate = willBeUpdated({ alike }) ? 'Will be updated' : 'There already';
    const ownId = integrationRecordId === null ? '' : `, our id “${integrationRecordId}”`;
    lines.push(`${fate}: ${other} (${kind} ${id}${ownId}), alike in ${alike.join(', ')}`);
  }
  for (const { code, text, agree } of sideEffects) lines.push(`Note${agree ? ` [${code}]` : ''}: ${text}`);
  if (undo) lines.push(`To undo: ${undo}.`);
  if (request) {
    lines.push('', `${request.method} ${request.url}`);
    if (request.body !== null) lines.push(JSON.stringify(request.body, null, 2));
  }
  return lines;
}

/** The codes that must be agreed to before it is sent. */
export function toAgree({ sideEffects, lookalikes }: Preview): string[] {
  const codes = sideEffects.filter(({ agree }) => agree).map(({ code }) => code);
  return lookalikes.length > 0 ? [...codes, 'lookalikes'] : codes;
}

function shown(text: string | null, value: Json): string {
  if (text !== null) return text;
  return value === null || value === '' ? '(empty)' : String(value);
}
