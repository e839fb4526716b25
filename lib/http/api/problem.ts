import type { ORPCError } from '@orpc/server';
import { AppError, type ErrorCode, errorCodes, type FieldProblem } from '#lib/errors.ts';

/** An RFC 9457 problem; `requestId` is added where the answer is made. */
export type Problem = {
  type: 'about:blank';
  title: string;
  status: number;
  detail: string;
  code: string;
  fields: FieldProblem[];
  retryAfter?: number;
};

/** The problem that says what an error means. What is not meant for people stays in the log. */
export function problemOf(error: AppError | ORPCError<string, unknown>): Problem {
  if (error instanceof AppError) {
    return problem(error.code, error.message, error.fields, error.retryAfter);
  }
  const code = codeOf(error.code);
  if (code === 'INTERNAL')
    return problem(code, 'Something failed on our side; it was written to the log. Try again.', []);
  const issues = issuesOf(error.data);
  if (issues.length > 0) {
    const said = issues
      .map((issue) => (issue.field ? `${issue.field}: ${issue.message}` : issue.message))
      .join('; ');
    return problem('INVALID', said, issues, undefined, error.status);
  }
  const data = isRecord(error.data) ? error.data : {};
  const fields = Array.isArray(data.fields) ? data.fields.filter(isFieldProblem) : [];
  return problem(
    code,
    error.message,
    fields,
    typeof data.retryAfter === 'number' ? data.retryAfter : undefined,
  );
}

function problem(
  code: ErrorCode,
  detail: string,
  fields: FieldProblem[],
  retryAfter?: number,
  status?: number,
): Problem {
  const known = errorCodes[code];
  return {
    type: 'about:blank',
    title: known.title,
    status: status ?? known.status,
    detail,
    code,
    fields,
    retryAfter,
  };
}

function codeOf(code: string): ErrorCode {
  return Object.hasOwn(errorCodes, code) ? (code as ErrorCode) : 'INTERNAL';
}

/** What a schema of the contract found wrong in the input. */
function issuesOf(data: unknown): FieldProblem[] {
  if (!isRecord(data) || !Array.isArray(data.issues)) return [];
  return data.issues.filter(isRecord).map((issue) => ({
    field: Array.isArray(issue.path) ? issue.path.join('.') : '',
    message: typeof issue.message === 'string' ? issue.message : 'is not right',
  }));
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
