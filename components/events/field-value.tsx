import { Fold } from '#components/deliveries/fold.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';

const longest = 400;
/** A text is shown up to here; the data below has all of it to copy. */
const mostShown = 20_000;

/** A normalised value as people read it. `hidden`: it is there, and whoever looks may not see it. */
export function FieldValue({
  value,
  type,
  hidden = false,
}: {
  value: unknown;
  type?: string;
  hidden?: boolean;
}) {
  if (hidden) return <span className="text-ink-3">hidden</span>;
  if (value === null || value === undefined || value === '') return <span className="text-ink-3">empty</span>;
  if (typeof value === 'boolean') return <>{value ? 'yes' : 'no'}</>;
  if (type === 'instant' && typeof value === 'string' && !Number.isNaN(Date.parse(value)))
    return <ExactTime iso={value} />;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (text.length <= longest && type === 'id') {
    return (
      <code className="font-mono text-12">
        <VisibleText text={text} />
      </code>
    );
  }
  if (text.length <= longest) return <Text text={text} />;
  return (
    <Fold
      summary={
        <>
          <VisibleText text={`${text.slice(0, 120)}…`} />{' '}
          <span className="text-ink-3">{text.length.toLocaleString('en')} characters</span>
        </>
      }
    >
      <Text text={text.length > mostShown ? `${text.slice(0, mostShown)}…` : text} />
    </Fold>
  );
}

function Text({ text }: { text: string }) {
  return (
    <span className="whitespace-pre-wrap">
      <VisibleText text={text} />
    </span>
  );
}
