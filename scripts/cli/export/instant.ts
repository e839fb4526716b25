import { AppError } from '#lib/errors.ts';

/** A time as typed behind `--from` or `--to`, as an ISO 8601 instant in UTC; a date is its start in UTC. Throws INVALID. */
export function instant(option: string, text: string): string {
  const shape = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;
  const time = Date.parse(text);
  if (shape.test(text) && !Number.isNaN(time)) return new Date(time).toISOString();
  throw new AppError(
    'INVALID',
    `--${option} must be a date (2026-03-01) or an instant with its zone (2026-03-01T08:00:00Z), not “${text}”.`,
  );
}
