import { Fragment, type ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

export interface Definition {
  term: string;
  /** Nothing (null, undefined, "") shows as a dash. */
  value: ReactNode;
  /** A text to copy, with a button behind the value. */
  copy?: string;
  /** Small print under the value: where it comes from. */
  note?: ReactNode;
}

/** Facts: term on the left, value on the right, one line each where it fits. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-13">
      {items.map((item) => (
        <Fragment key={item.term}>
          <dt className="text-ink-3">{item.term}</dt>
          <dd className="min-w-0 wrap-anywhere">
            {isEmpty(item.value) ? <Nothing /> : item.value}
            {item.copy !== undefined && (
              <CopyButton
                text={item.copy}
                label={`Copy ${item.term.toLowerCase()}`}
                className="-my-1 ml-1 align-middle"
              />
            )}
            {item.note && <span className="block text-12 text-ink-3">{item.note}</span>}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function isEmpty(value: ReactNode): boolean {
  return value === null || value === undefined || value === '' || typeof value === 'boolean';
}

function Nothing() {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">nothing</span>
    </span>
  );
}
