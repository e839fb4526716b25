import { Fold } from '#components/deliveries/fold.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { WantedItem } from '#lib/readings/readings.contract.ts';
import { ReadDifferences } from './read-differences.tsx';

/**
 * What came of asking Enerflo for a full install: what differed, or why it is not there and who looks again. `at`: the
 * record on whose page it stands.
 */
export function WantedInstall({ wanted, at }: { wanted: WantedItem; at?: string }) {
  const { state, reason, dueAt, until, recordId, link, settledAt, by } = wanted;
  if (state === 'waiting') {
    return (
      <div role="status" className="flex flex-col gap-1">
        <StatusMark tone="info" shape="half">
          Waiting for Enerflo
        </StatusMark>
        <p className="text-ink-2">
          {reason} It is looked for again when a webhook tells of it
          {dueAt && (
            <>
              {' '}
              and <RelativeTime iso={dueAt} />
            </>
          )}
          , until <RelativeTime iso={until} />.
        </p>
      </div>
    );
  }
  if (state !== 'got') {
    return (
      <div role="status" className="flex flex-col gap-1">
        <StatusMark
          tone={state === 'failed' ? 'bad' : 'muted'}
          shape={state === 'failed' ? 'triangle' : 'square'}
        >
          {state === 'failed' ? 'Could not be got' : 'Nobody waits any more'}
        </StatusMark>
        <p className="text-ink-2">{reason}</p>
      </div>
    );
  }
  return (
    <div role="status" className="flex min-w-0 flex-col gap-2 self-stretch">
      <p className="text-ink-2">
        <Outcome wanted={wanted} />{' '}
        {settledAt && (
          <>
            Read <RelativeTime iso={settledAt} focusable />, asked for by {by}.{' '}
          </>
        )}
        {recordId && recordId !== at && (
          <>
            <TextLink href={`/records/${recordId}`}>See the install</TextLink>{' '}
          </>
        )}
        {link && <TextLink href={link}>Open it in Enerflo</TextLink>}
      </p>
      <Differences wanted={wanted} />
    </div>
  );
}

function Outcome({ wanted }: { wanted: WantedItem }) {
  const differences = wanted.differences ?? [];
  const changed = differences.filter(({ known }) => known).length;
  if (changed > 0) {
    return `Enerflo had another value in ${changed === 1 ? 'one field' : `${changed} fields`}; the record has it now.`;
  }
  return differences.length > 0
    ? 'The install is in the records now; nothing that was known differed.'
    : 'The record is as Enerflo has it: nothing differed.';
}

function Differences({ wanted }: { wanted: WantedItem }) {
  const differences = wanted.differences ?? [];
  const changed = differences.filter(({ known }) => known);
  const learnt = differences.filter(({ known }) => !known);
  const groups = [...Map.groupBy(changed, ({ record }) => record)];
  return (
    <>
      {groups.map(([record, fields]) => (
        <div key={record} className="flex flex-col gap-1">
          {groups.length > 1 && <p className="text-12 text-ink-3">{record}</p>}
          <ReadDifferences fields={fields} />
        </div>
      ))}
      {learnt.length > 0 && (
        <Fold
          summary={
            learnt.length === 1
              ? 'One field was not known before'
              : `${learnt.length} fields were not known before`
          }
        >
          {[...Map.groupBy(learnt, ({ record }) => record)].map(([record, fields]) => (
            <div key={record} className="flex flex-col gap-1">
              <p className="text-12 text-ink-3">{record}</p>
              <ReadDifferences fields={fields} />
            </div>
          ))}
        </Fold>
      )}
    </>
  );
}
