'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Form } from '#components/ui/form.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { BulkDetail } from '#lib/bulk/bulk.schema.ts';
import { goesOnDiffering, goesOnUnlisted, staysAgreed } from '#lib/bulk/bulk-states.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { api } from '../api.ts';
import { alongWith, checkRequests, durationWords, rowWords } from './bulk-words.ts';
import { SideEffects } from './side-effects.tsx';
import { useBulkChanged } from './use-bulk.ts';

/** What else sending causes, with its count, agreed to once; then the rows are sent, or gone on with. */
export function StartPanel({ bulk }: { bulk: BulkDetail }) {
  const changed = useBulkChanged();
  const [agreed, setAgreed] = useState<readonly string[]>(bulk.agreed.filter(staysAgreed));
  const [missing, setMissing] = useState(false);
  // Refused, it became something else meanwhile, which is to be seen as well: the panel is gone then, so that why it was
  // refused is told by a message at the bottom of the page, as that of any other action.
  const start = useMutation(api.bulk.start.mutationOptions({ onSettled: changed }));
  const { counts, sideEffects, changesNothing, perMinute } = bulk;
  const checks = counts.unchecked > 0;
  const ready = counts.waiting + counts.sending;
  if (!checks && ready === 0) return null;
  const operation = operationNamed(bulk.operation);
  const asked = bulk.columns.askEnerflo && operation ? checkRequests(operation) : 0;
  const standing = bulk.state === 'stopped' && !checks;
  const differs = standing && counts.differs > 0;
  const unlisted = standing && bulk.unlisted > 0;
  const open = checks ? [] : sideEffects.filter(({ agree, code }) => agree && !agreed.includes(code));

  const say = (code: string, yes: boolean) =>
    setAgreed(yes ? [...agreed, code] : agreed.filter((one) => one !== code));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (open.length > 0) return setMissing(true);
    start.mutate({ id: bulk.id, agreed: [...agreed] });
  }

  return (
    <Form onSubmit={submit} className="gap-2 border-b bg-surface-sunken px-4 py-3">
      {!checks && <SideEffects effects={sideEffects} agreed={agreed} onSay={say} />}
      {differs && (
        <>
          <p className="text-13">
            <TextLink href={`/accounts/${bulk.connectionId}`}>Open the account</TextLink>
          </p>
          <Checkbox
            checked={agreed.includes(goesOnDiffering)}
            onChange={(event) => say(goesOnDiffering, event.target.checked)}
            label="Do not stop again because Enerflo shows another value"
            help={`So far with ${rowWords(counts.differs)}.`}
          />
        </>
      )}
      {unlisted && (
        <Checkbox
          checked={agreed.includes(goesOnUnlisted)}
          onChange={(event) => say(goesOnUnlisted, event.target.checked)}
          label={`Do not stop again because Enerflo does not list the ${alongWith(bulk) ?? 'rest'}`}
          help={`So far with ${rowWords(bulk.unlisted)}. If not ticked, a few more are sent to see whether it lists theirs.`}
        />
      )}
      {changesNothing > 0 && (
        <p className="text-13 text-ink-2">
          {changesNothing === 1 ? '1 row changes' : `${rowWords(changesNothing)} change`} nothing: Enerflo has
          it like this already. Nothing is sent for {changesNothing === 1 ? 'it' : 'them'}.
        </p>
      )}
      {missing && open.length > 0 && (
        <p role="alert" className="text-13 text-bad">
          Say first that you know what else this causes.
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" busy={start.isPending}>
          {checks
            ? `Go on checking ${rowWords(counts.unchecked)}`
            : `${bulk.startedAt ? 'Go on with' : 'Send'} ${rowWords(ready)}${bulk.startedAt ? '' : ' to Enerflo'}`}
        </Button>
        {(!checks || asked > 0) && (
          <span className="text-13 text-ink-2">
            Takes {durationWords(checks ? counts.unchecked * asked : ready * 3, perMinute)}. You can stop it
            at any time, and leave this page.
          </span>
        )}
      </div>
    </Form>
  );
}
