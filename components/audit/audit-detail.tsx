'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '#components/console/query-error.tsx';
import { Fold } from '#components/deliveries/fold.tsx';
import { Button } from '#components/ui/button.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { JsonTree } from '#components/ui/json-tree.tsx';
import { Section } from '#components/ui/section.tsx';
import { ShortId } from '#components/ui/short-id.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { AuditEntryItem, AuditFilter } from '#lib/audit/audit.contract.ts';
import { api } from '../api.ts';
import { ActorName } from './actor-name.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { aboutWords, entryWords } from './entry-words.ts';
import { useSubjectHref } from './use-subject-href.ts';

/** What of the log belongs to the open entry. */
type Belonging = Pick<AuditFilter, 'actorKind' | 'actorId' | 'subjectId' | 'requestId'>;
/** Narrows the list down to it. */
export type Narrow = (filter: Belonging) => void;

interface AuditDetailProps {
  id: string;
  /** The entry where the list has it already. */
  entry: AuditEntryItem | undefined;
  onNarrow: Narrow;
}

/** One entry of the audit log: who did what, to what, what changed by it, and from where it came. */
export function AuditDetail({ id, entry, onNarrow }: AuditDetailProps) {
  // An entry never changes.
  const read = useQuery(
    api.audit.get.queryOptions({ input: { id }, initialData: entry, staleTime: Number.POSITIVE_INFINITY }),
  );
  if (read.data) return <EntryView entry={read.data} onNarrow={onNarrow} />;
  if (read.isError) return <QueryError title="The entry could not be read" query={read} />;
  return (
    <div className="p-4">
      <SkeletonText lines={6} label="Reading the entry" />
    </div>
  );
}

function EntryView({ entry, onNarrow }: { entry: AuditEntryItem; onNarrow: Narrow }) {
  const { actor, subject, requestId } = entry;
  const href = useSubjectHref(subject);
  const about = aboutWords(entry);
  return (
    <article className="flex flex-col gap-6 p-4">
      <header className="flex flex-col gap-2">
        <h2 className="text-16 font-medium wrap-anywhere">
          <TextLine text={entryWords(entry)} />
        </h2>
        <p className="text-13 text-ink-2">
          <ExactTime iso={entry.at} />
        </p>
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            onClick={() => onNarrow(actor.id ? { actorId: actor.id } : { actorKind: actor.kind })}
          >
            All by {actor.kind === 'system' ? 'Heliograph' : actor.name}
          </Button>
          {subject.id && (
            <Button size="small" onClick={() => onNarrow({ subjectId: subject.id ?? undefined })}>
              All about the same
            </Button>
          )}
          {requestId && (
            <Button size="small" onClick={() => onNarrow({ requestId })}>
              All of this request
            </Button>
          )}
        </div>
      </header>
      <DefinitionList
        items={[
          { term: 'Who', value: <ActorName actor={actor} /> },
          { term: 'About', value: href ? <TextLink href={href}>{about}</TextLink> : about },
          { term: 'From', value: entry.address },
          { term: 'Request', value: requestId && <ShortId id={requestId} of="request" /> },
          { term: 'Entry', value: <ShortId id={entry.id} of="entry" /> },
        ]}
      />
      <Changes before={entry.before} after={entry.after} />
    </article>
  );
}

function Changes({ before, after }: Pick<AuditEntryItem, 'before' | 'after'>) {
  if (before === null && after === null) return null;
  const title = before !== null && after !== null ? 'What changed' : 'What was noted';
  return (
    <Section title={title}>
      <DifferenceTable before={before} after={after} />
      <Fold summary="Data as it was written">
        {before !== null && <JsonTree value={before} label="Before" />}
        {after !== null && <JsonTree value={after} label="After" />}
      </Fold>
    </Section>
  );
}
