import { FieldValue } from './field-value.tsx';

interface FromToProps {
  before: unknown;
  after: unknown;
  type?: string;
  hidden?: boolean;
}

/** An old value and the new one, for the eye and for a screen reader. */
export function FromTo({ before, after, type, hidden = false }: FromToProps) {
  if (hidden) return <span className="text-ink-3">changed, hidden</span>;
  return (
    <span className="min-w-0 wrap-anywhere">
      <del className="text-ink-3 no-underline">
        <FieldValue value={before} type={type} />
      </del>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> became </span>
      <ins className="font-medium no-underline">
        <FieldValue value={after} type={type} />
      </ins>
    </span>
  );
}
