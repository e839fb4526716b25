import type { AttemptDto } from '#lib/delivery/delivery.schema.ts';
import { AttemptStateMark } from './delivery-state-mark.tsx';
import { ExchangeList } from './exchange-list.tsx';

/** Every try of a delivery, newest first; the newest is open. */
export function AttemptList({ attempts }: { attempts: readonly AttemptDto[] }) {
  return (
    <ExchangeList
      exchanges={attempts}
      words={({ number, state, error }) => ({
        name: `Try ${number}`,
        ended: <AttemptStateMark state={state} />,
        error: error && <p className="text-13 text-ink-2 wrap-anywhere">{error.text}</p>,
      })}
      sentLabel="Data"
      firstOpen
    />
  );
}
