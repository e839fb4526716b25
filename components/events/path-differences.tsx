import { CopyButton } from '#components/ui/copy-button.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { PathDifference } from '#lib/events/events.contract.ts';
import { FieldValue } from './field-value.tsx';

interface PathDifferencesProps {
  paths: readonly PathDifference[];
  more: number;
  /** What the two sides are called: `Before` and `Now`. */
  sides: readonly [string, string];
}

/** Every place of the raw data at which two bodies differ, with what stands there on each side. */
export function PathDifferences({ paths, more, sides }: PathDifferencesProps) {
  return (
    <>
      <ul className="flex flex-col divide-y rounded border text-12">
        {paths.map(({ path, how, one, other }) => (
          <li key={path} className="flex flex-col gap-1 px-3 py-2">
            <span className="flex items-center gap-1 font-mono text-ink-2">
              <span className="min-w-0 wrap-anywhere">
                <VisibleText text={path === '' ? 'The whole' : path} />
              </span>
              {path !== '' && <CopyButton text={path} label={`Copy path ${path}`} className="-my-1" />}
            </span>
            {how === 'same' ? (
              <Side name="Both" value={one} />
            ) : (
              <span className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
                <Side name={sides[0]} value={one} missing={how === 'added'} />
                <Side name={sides[1]} value={other} missing={how === 'removed'} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="text-12 text-ink-3">
          {more.toLocaleString('en')} more {more === 1 ? 'path is' : 'paths are'} not listed.
        </p>
      )}
    </>
  );
}

function Side({ name, value, missing = false }: { name: string; value: unknown; missing?: boolean }) {
  return (
    <span className="flex min-w-0 gap-2">
      <span className="w-14 shrink-0 text-ink-3">{name}</span>
      <span className="min-w-0 font-mono wrap-anywhere">
        {missing ? <span className="text-ink-3">not there</span> : <FieldValue value={value} />}
      </span>
    </span>
  );
}
