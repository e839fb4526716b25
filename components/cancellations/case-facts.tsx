import { Fold } from '#components/deliveries/fold.tsx';
import { FieldValue } from '#components/events/field-value.tsx';
import { type Definition, DefinitionList } from '#components/ui/definition-list.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { dayWords } from '#components/ui/format-day.ts';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { CaseDetail } from '#lib/cases/cases.contract.ts';

type Field = CaseDetail['fields'][number];

/** What the case is about; the definition of its reason stands with it. */
export function CaseFacts({ detail }: { detail: CaseDetail }) {
  const field = (key: string) => detail.fields.find((each) => each.key === key);
  const value = (key: string) => <Value field={field(key)} hidden={detail.hidden} />;
  const copied = (key: string) => {
    const id = field(key)?.value;
    return typeof id === 'string' ? { copy: id } : {};
  };
  const facts: Definition[] = [
    { term: 'Reason', value: shown(detail.reason), note: <ReasonNote detail={detail} /> },
    { term: 'Category', value: shown(detail.category) },
    { term: 'Requested by', value: shown(detail.requestedBy) },
    { term: 'Requested on', value: detail.requestedOn && dayWords(detail.requestedOn) },
    { term: 'Description', value: field('description')?.value ? value('description') : null },
    { term: 'Confirmed', value: value('isConfirmed') },
    { term: 'Voided', value: value('isSaved') },
    {
      term: 'Opened',
      value: detail.openedAt && <ExactTime iso={detail.openedAt} />,
      note: 'by Sunnova’s clock',
    },
    { term: 'Address', value: value(field('fullAddress') ? 'fullAddress' : 'street') },
    { term: 'County', value: shown(detail.county) },
    { term: 'Salesperson', value: value('salesperson') },
    { term: 'System project', value: <Id field={field('systemProjectId')} />, ...copied('systemProjectId') },
    { term: 'System', value: <Id field={field('systemId')} />, ...copied('systemId') },
  ];
  return (
    <Section title="The case">
      <DefinitionList items={facts} />
      <Fold summary="Everything that Sunnova told">
        <DefinitionList
          items={detail.fields.map((each) => ({
            term: each.label,
            value: <Value field={each} hidden={detail.hidden} />,
          }))}
        />
      </Fold>
    </Section>
  );
}

const shown = (text: string | null) => text && <FieldValue value={text} />;

function ReasonNote({ detail }: { detail: CaseDetail }) {
  return (
    <>
      {detail.reasonDefinitions.map((definition) => (
        <span key={definition} className="block">
          Sunnova: {definition}
        </span>
      ))}
      <TextLink href="/cancellations/reference">All statuses and reasons</TextLink>
    </>
  );
}

function Value({ field, hidden }: { field: Field | undefined; hidden: boolean }) {
  if (hidden && field && field.class !== 'plain')
    return <span className="text-ink-3">hidden from your role</span>;
  if (field?.type === 'date' && typeof field.value === 'string') return <>{dayWords(field.value)}</>;
  return <FieldValue value={field?.value} type={field?.type} />;
}

function Id({ field }: { field: Field | undefined }) {
  return (
    <span className="font-mono text-12">
      {typeof field?.value === 'string' ? <VisibleText text={field.value} /> : '–'}
    </span>
  );
}
