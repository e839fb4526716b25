import { type Answer, htmlAnswer, jsonAnswer, textAnswer } from './answer.ts';
import type { Rule } from './rule.ts';

/** What a rule makes the stand-in answer in place of doing what was asked; null where it doesn't. */
export function toldAnswer(rule: Rule): Answer | null {
  if (rule.successFalse !== undefined) {
    const message = rule.successFalse === true ? 'The stand-in was told to fail.' : rule.successFalse;
    return jsonAnswer(200, { success: false, message });
  }
  if (rule.text !== undefined) return textAnswer(200, rule.text);
  if (rule.html) return { ...htmlAnswer(500), status: 200 };
  if (rule.answer === undefined) return null;
  const told = htmlAnswer(rule.answer);
  const headers: Record<string, string> = { ...told.headers };
  if (rule.answer === 429) headers['x-ratelimit-remaining'] = '0';
  if (rule.retryAfter !== undefined) {
    headers['retry-after'] = String(rule.retryAfter);
    headers['x-ratelimit-reset'] = String(Math.ceil(Date.now() / 1000) + rule.retryAfter);
  }
  return { ...told, headers };
}
