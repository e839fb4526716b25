import { isJsonObject, parsedJson } from '../sandbox/shared/json.ts';
import type { Answer, Post } from '../sandbox/webhooks/sender.ts';

/** What the console answered to the webhooks of one type: by 202, and as which events. */
export type Answered = { accepted: number; copies: number; eventIds: Set<string> };

/** Remembers the console's answers, for the comparison at the end. */
export function createAnswers() {
  const byType = new Map<string, Answered>();
  const others: { type: string; status: number; text: string }[] = [];
  return {
    byType,
    /** Every answer that was no 202. */
    others,
    take: ({ type }: Post, { status, text }: Answer) => {
      const body = parsedJson(text);
      if (status !== 202 || !isJsonObject(body)) {
        others.push({ type, status, text });
        return;
      }
      const answered = byType.get(type) ?? { accepted: 0, copies: 0, eventIds: new Set() };
      byType.set(type, answered);
      if (body.status === 'duplicate') answered.copies += 1;
      else answered.accepted += 1;
      answered.eventIds.add(String(body.id));
    },
  };
}
