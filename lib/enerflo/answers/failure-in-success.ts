import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import type { EnerfloFailureCode } from '../enerflo-result.ts';
import type { AnswerContent } from './content-of.ts';

const denial =
  /access (?:is )?(?:not permitted|denied)|not permitted|unauthori[sz]ed|not authori[sz]ed|forbidden/i;
const badKey =
  /unauthenticated|invalid (?:api )?(?:key|token)|(?:api[- ]?key|token) (?:is )?(?:invalid|missing|expired)/i;
const missing = /\b(?:not found|no \w+ found|does not exist)\b/i;
const fine = /^(?:ok|okay|success|done|true|created|updated|deleted|removed|saved|1)\b/i;

/**
 * What is wrong with an answer although its status says success; null where nothing is. Seen: `success: false`
 * (field facts 5.12), words of denial with status 200, "No customer found" (5.9); likely: `status: "error"`, an answer
 * of errors only, a page.
 */
export function failureInSuccess(content: AnswerContent): EnerfloFailureCode | null {
  switch (content.kind) {
    case 'empty':
      return null;
    case 'broken':
      return 'UNREADABLE';
    case 'html':
      return /\b(?:log|sign) ?in\b/i.test(content.title ?? '') ? 'KEY_REFUSED' : 'UNREADABLE';
    case 'text':
      return ofWords(content.text) ?? (fine.test(content.text) ? null : 'UNREADABLE');
    case 'json':
      return ofJson(content.value);
  }
}

function ofJson(value: Json): EnerfloFailureCode | null {
  if (typeof value === 'string') return ofWords(value);
  if (!isJsonObject(value)) return null;
  const words = [value.message, value.error, value.msg].find((word) => typeof word === 'string');
  const known = typeof words === 'string' ? ofWords(words) : null;
  if (saysFailure(value)) return known ?? 'REFUSED';
  return isOnlyWords(value) && !saysSuccess(value) ? known : null;
}

function saysFailure(body: JsonObject): boolean {
  if (isFalse(body.success) || isFalse(body.ok)) return true;
  const status = typeof body.status === 'string' ? body.status.toLowerCase() : null;
  const hasWords = ['message', 'error', 'errors', 'msg'].some((name) => isFilled(body[name]));
  if (hasWords && status !== null && ['error', 'fail', 'failed', 'failure'].includes(status)) return true;
  return (isFilled(body.error) || isFilled(body.errors)) && isOnlyWords(body);
}

const wordKeys = new Set(['error', 'errors', 'message', 'msg', 'code', 'status', 'statusCode', 'trace']);

/** Nothing that was made or found: no id, no data beside the words. */
function isOnlyWords(body: JsonObject): boolean {
  return Object.keys(body).every((name) => wordKeys.has(name));
}

function saysSuccess({ status }: JsonObject): boolean {
  return typeof status === 'string' && fine.test(status);
}

function ofWords(words: string): EnerfloFailureCode | null {
  if (words.length > 500) return null;
  if (badKey.test(words)) return 'KEY_REFUSED';
  if (denial.test(words)) return 'NOT_ALLOWED';
  return missing.test(words) ? 'NOT_THERE' : null;
}

function isFalse(value: Json | undefined): boolean {
  return value === false || value === 0 || value === 'false' || value === '0';
}

function isFilled(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
