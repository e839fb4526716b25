'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ActionDetail } from '#lib/actions/action.schema.ts';
import { api } from '../api.ts';
import { ActionButtons } from './action-buttons.tsx';
import { ActionFields } from './action-fields.tsx';
import { ActionSentence } from './action-sentence.tsx';
import { ActionStateMark } from './action-state-mark.tsx';
import { isOpen, openEvery } from './open-actions.ts';
import { recordLinks } from './record-links.ts';
import { SettleByHand } from './settle-by-hand.tsx';

/** What came of what was sent a moment ago: in words, read back, with undo and the way on. */
export function ActionOutcome({ sent, onAnother }: { sent: ActionDetail; onAnother: () => void }) {
  const query = useQuery(
    api.actions.get.queryOptions({
      input: { id: sent.id },
      initialData: sent,
      refetchInterval: ({ state }) => (isOpen(state.data) ? openEvery : false),
    }),
  );
  const action = query.data;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex max-w-200 flex-col gap-5 px-4 pt-2 pb-10">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 ref={heading} tabIndex={-1} className="text-16 font-medium outline-none wrap-anywhere">
            {headline(action)}
          </h2>
          <span role="status" className="text-13">
            <ActionStateMark state={action.state} />
          </span>
        </div>
        {action.about && (
          <p className="text-13 font-medium wrap-anywhere">
            <TextLine text={action.about} />
          </p>
        )}
        <ActionSentence action={action} headed />
        <div className="flex flex-wrap items-center gap-2 pt-1">
          <ActionButtons action={action} />
          <Button onClick={onAnother}>Do another</Button>
          {recordLinks(action).map(({ href, words }) => (
            <TextLink key={href} href={href} className="text-13">
              {words}
            </TextLink>
          ))}
          <TextLink href={`/actions/${action.id}`} className="text-13">
            Open the action
          </TextLink>
        </div>
        <SettleByHand action={action} />
      </header>
      <ActionFields action={action} />
    </div>
  );
}

/** What came of it, in a sentence. */
function headline({ state, words, label, confirmed }: ActionDetail): string {
  switch (state) {
    case 'done':
      return words ?? label;
    case 'undone':
      return 'It is undone';
    case 'failed':
      return 'Not done';
    case 'unknown':
      return confirmed ? 'It arrived' : 'It may have arrived';
    case 'sending':
      return 'It is on its way';
  }
}
