import { Fold } from '#components/deliveries/fold.tsx';
import { CodeBlock } from '#components/ui/code-block.tsx';
import type { Preview } from '#lib/actions/action.schema.ts';

/** The exact request: what leaves the console if it is sent, without the key. */
export function RequestView({ request }: { request: NonNullable<Preview['request']> }) {
  return (
    <Fold summary="The exact request">
      <p className="font-mono text-12 wrap-anywhere">
        {request.method} {request.url}
      </p>
      {request.body !== null && <CodeBlock label="Data" text={JSON.stringify(request.body, null, 2)} />}
      <p className="text-12 text-ink-3">The API key of the account goes along in a header.</p>
    </Fold>
  );
}
