import { DefinitionList } from '#components/ui/definition-list.tsx';

/** The headers of a request, folded; credentials were masked before they were stored. */
export function HeaderFold({ headers }: { headers: Record<string, string> }) {
  return (
    <details className="text-13">
      <summary className="cursor-pointer text-ink-2">Headers, without credentials</summary>
      <div className="pt-2">
        <DefinitionList
          items={Object.entries(headers).map(([term, value]) => ({
            term,
            value: <code className="font-mono text-12">{value}</code>,
          }))}
        />
      </div>
    </details>
  );
}
