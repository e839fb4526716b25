import type { OtherOperator } from './search-state-operator.ts';

/** Says what a search by a field understands, where something else stands between the field and its value. */
export function NoEventsOperator({ path, operator, value }: OtherOperator) {
  return (
    <>
      Only <code className="font-mono text-12">=</code> is understood between the two, not{' '}
      <code className="font-mono text-12">{operator}</code>.{' '}
      <code className="font-mono text-12 wrap-anywhere">
        {path} = {value}
      </code>{' '}
      finds the events in which it is exactly that.
    </>
  );
}
