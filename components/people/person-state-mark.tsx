import { StatusMark } from '#components/ui/status-mark.tsx';
import type { PersonItem } from '#lib/auth/people.contract.ts';
import { personState } from './person-states.ts';

export function PersonStateMark({ person }: { person: PersonItem }) {
  const { word, tone, shape } = personState(person);
  return (
    <StatusMark tone={tone} shape={shape}>
      {word}
    </StatusMark>
  );
}
