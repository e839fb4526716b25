import { ExactTime } from '#components/ui/exact-time.tsx';

const longest = 400;

/** A normalised value as people read it. */
export function FieldValue({
  value,
  type,
  secret = false,
}: {
  value: unknown;
  type?: string;
  secret?: boolean;
}) {
  if (secret) return <span className="text-ink-3">not shown</span>;
  if (value === null || value === undefined) return <span className="text-ink-3">empty</span>;
  if (typeof value === 'boolean') return <>{value ? 'yes' : 'no'}</>;
  if (type === 'instant' && typeof value === 'string' && !Number.isNaN(Date.parse(value)))
    return <ExactTime iso={value} />;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (text.length <= longest) return <span className="whitespace-pre-wrap">{text}</span>;
  return (
    <details>
      <summary className="cursor-pointer">{text.slice(0, 120)}…</summary>
      <span className="whitespace-pre-wrap">{text}</span>
    </details>
  );
}
