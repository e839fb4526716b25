import { useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { manyAddress } from '../bulk/many-address.ts';

/** Leads to doing something for each of the selected events; where that cannot be, it stands there with the reason. */
export function DoForEach({ events, whole }: { events: Parameters<typeof manyAddress>[0]; whole: boolean }) {
  const why = useId();
  const many = manyAddress(events, { whole });
  if (!many) return null;
  if ('href' in many)
    return (
      <LinkButton size="small" href={many.href}>
        Do in Enerflo for each
      </LinkButton>
    );
  return (
    <>
      <Button size="small" aria-disabled aria-describedby={why}>
        Do in Enerflo for each
      </Button>
      <span id={why} className="order-last basis-full text-12 text-ink-2">
        {many.why}
      </span>
    </>
  );
}
