import { Section } from '#components/ui/section.tsx';
import type { EventComparison } from '#lib/events/events.contract.ts';
import { CompareFields } from './compare-fields.tsx';
import { CompareHead } from './compare-head.tsx';
import { comparisonSentence } from './comparison-sentence.ts';
import { PathDifferences } from './path-differences.tsx';

interface CompareViewProps {
  comparison: EventComparison;
  onPick: (side: 'one' | 'other', id: string) => void;
}

/** Two events side by side: what they have to do with each other, the fields that we read, then the raw data. */
export function CompareView({ comparison, onPick }: CompareViewProps) {
  const { fields, paths, morePaths, personalHidden } = comparison;
  const differing = paths.filter(({ how }) => how !== 'same').length;
  return (
    <>
      <p className="text-14">{comparisonSentence(comparison)}</p>
      {personalHidden && (
        <p className="text-13 text-ink-2">
          Personal values are masked for your role; whether they differ is told.
        </p>
      )}
      <div className="grid gap-3 md:grid-cols-2">
        <CompareHead title="One" event={comparison.one} onPick={(id) => onPick('one', id)} />
        <CompareHead title="Other" event={comparison.other} onPick={(id) => onPick('other', id)} />
      </div>
      <Section title="Fields">
        {fields.length > 0 ? (
          <CompareFields fields={fields} />
        ) : (
          <p className="text-13 text-ink-2">
            {paths.length + morePaths > 0 ? 'No field that we read differs.' : 'Nothing differs.'}
          </p>
        )}
      </Section>
      {paths.length > 0 && (
        <Section
          title="Raw data"
          description={differing === 1 ? 'One path differs.' : `${differing} paths differ.`}
        >
          <PathDifferences paths={paths} more={morePaths} sides={['One', 'Other']} />
        </Section>
      )}
    </>
  );
}
