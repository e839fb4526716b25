/** Every expected error of the product: its code, the HTTP status it becomes, and its title for people. */
export const errorCodes = {
  INVALID: { status: 422, title: 'Something in the request is not right' },
  BAD_REQUEST: { status: 400, title: 'The request could not be read' },
  UNAUTHENTICATED: { status: 401, title: 'Sign in first' },
  FORBIDDEN: { status: 403, title: 'Your role does not allow this' },
  NOT_FOUND: { status: 404, title: 'This does not exist' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This address does not take that method' },
  CONFLICT: { status: 409, title: 'It changed meanwhile' },
  TOO_LARGE: { status: 413, title: 'The request is too large' },
  TOO_MANY: { status: 429, title: 'Too many tries' },
  UNAVAILABLE: { status: 503, title: 'The database cannot be reached' },
  INTERNAL: { status: 500, title: 'Something failed on our side' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorCodes;

/** One wrong field of an input: its dotted path and what is wrong, in words. */
export type FieldProblem = { field: string; message: string };

/**
 * An expected error. `message` says what happened and what to do, in a sentence a person can use;
 * it may reach a screen, so it never holds a secret or an internal name.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldProblem[];
  /** Seconds until another try makes sense (for `TOO_MANY` and `UNAVAILABLE`). */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, more: { fields?: FieldProblem[]; retryAfter?: number } = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.fields = more.fields ?? [];
    this.retryAfter = more.retryAfter;
  }

  get status(): number {
    return errorCodes[this.code].status;
  }
}
