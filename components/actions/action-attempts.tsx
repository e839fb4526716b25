import { ExchangeList } from '#components/deliveries/exchange-list.tsx';
import { Section } from '#components/ui/section.tsx';
import type { ActionAttempt } from '#lib/actions/action.schema.ts';
import type { AttemptPurpose } from '#lib/actions/action-states.ts';
import { ActionErrorText } from './action-error.tsx';

const purposes: Record<AttemptPurpose, string> = {
  read: 'Read today’s values',
  write: 'Sent',
  'read-back': 'Read back',
  'look-up': 'Looked whether it arrived',
};

/** Where no answer tells it. */
const stateWords: Record<ActionAttempt['state'], string> = {
  sending: 'on its way',
  answered: 'answered',
  failed: 'not answered',
  unknown: 'no answer came',
};

/** Every exchange that an action had with Enerflo, in order. */
export function ActionAttempts({ attempts }: { attempts: readonly ActionAttempt[] }) {
  if (attempts.length === 0) return null;
  return (
    <Section title={attempts.length === 1 ? 'One exchange' : `${attempts.length} exchanges`}>
      <ExchangeList
        exchanges={attempts}
        words={({ purpose, state, responseStatus, error }) => ({
          name: purposes[purpose],
          ended: responseStatus === null && <span>{stateWords[state]}</span>,
          error: error && <ActionErrorText error={error} />,
        })}
        sentLabel="Sent"
      />
    </Section>
  );
}
