'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useClock } from '#components/ui/clock.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { instantOf, wallTime } from '#components/ui/wall-time.ts';
import { api, errorWords } from '../api.ts';
import { CatchUpCost } from './catch-up-cost.tsx';
import { useReadingsChanged } from './use-readings.ts';

const DAY = 86_400_000;
/** While a year is typed it is 2, 20 and 202 first. */
const EARLIEST = Date.UTC(2000, 0);

/** Asks since when an account is to be caught up, and starts it. */
export function CatchUpDialog({ connectionId, onClose }: { connectionId: string; onClose: () => void }) {
  const formId = useId();
  const { timeZone } = useClock();
  const changed = useReadingsChanged();
  const [since, setSince] = useState(() => wallTime(new Date(Date.now() - DAY).toISOString(), timeZone));
  const [wrong, setWrong] = useState<string>();
  const start = useMutation(
    api.readings.start.mutationOptions({
      meta: { showsItsErrors: true },
      onSettled: changed,
      onSuccess: onClose,
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    const instant = pastInstant(since, timeZone);
    if (instant === null) setWrong('Give a date and a time in the past.');
    else {
      setWrong(undefined);
      if (!start.isPending) start.mutate({ connectionId, kind: 'catch-up', since: instant });
    }
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Catch up with Enerflo"
      description="Reads what changed in Enerflo since a time, applies what no webhook told, and lists it. Nothing is sent, and no flow starts. Appointments, change orders and deals are not read: of these only webhooks tell."
      size="small"
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={start.isPending}>
            Catch up
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={submit}>
        <Field
          label="Since"
          required
          help={`In your time zone, ${timeZone}.`}
          error={wrong ?? (start.isError ? errorWords(start.error).message : undefined)}
        >
          <Input type="datetime-local" value={since} onChange={(event) => setSince(event.target.value)} />
        </Field>
        <CatchUpCost connectionId={connectionId} since={pastInstant(since, timeZone)} />
      </Form>
    </Dialog>
  );
}

/** The instant of a wall time that lies in the past; null where it does not, or is none. */
function pastInstant(wall: string, timeZone: string): string | null {
  const instant = instantOf(wall, timeZone);
  if (instant === null) return null;
  const time = Date.parse(instant);
  return time >= EARLIEST && time <= Date.now() ? instant : null;
}
