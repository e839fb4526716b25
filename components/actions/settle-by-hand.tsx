'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import type { ActionDetail } from '#lib/actions/action.schema.ts';
import { api, errorWords } from '../api.ts';
import { type SettleAnswer, settleAnswers } from './doubt-words.ts';
import { roleOf } from './role-of.ts';

const answers = {
  arrived: {
    button: 'It arrived',
    title: 'Say that it arrived?',
    consequence:
      'The action is then done, by your word and with your name. Nothing is sent. This cannot be taken back.',
  },
  missing: {
    button: 'It did not arrive',
    title: 'Say that it did not arrive?',
    consequence:
      'The action is then not done, by your word and with your name, and the same can be sent again: if it did arrive, it would be there twice. Nothing is sent now. This cannot be taken back.',
  },
};

/** What a person found in Enerflo of an action in doubt that is not looked for any more; nothing at any other. */
export function SettleByHand({ action }: { action: ActionDetail }) {
  const { id, canSettle, confirmed } = action;
  const mayAct = useMay(roleOf(action));
  const queries = useQueryClient();
  const [answer, setAnswer] = useState<SettleAnswer>('arrived');
  const [asking, setAsking] = useState(false);
  const settle = useMutation(
    api.actions.settle.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: (settled) => {
        setAsking(false);
        queries.setQueryData(api.actions.get.queryKey({ input: { id } }), settled);
      },
      // Refused, it was settled meanwhile: that is to be seen as well.
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: api.actions.key() }),
          queries.invalidateQueries({ queryKey: api.bulk.key() }),
        ]),
    }),
  );
  if (!mayAct || !(canSettle || asking)) return null;
  const ask = (which: SettleAnswer) => {
    settle.reset();
    setAnswer(which);
    setAsking(true);
  };
  const { button, title, consequence } = answers[answer];
  return (
    <section
      aria-label="What did you find in Enerflo?"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded border px-3 py-2"
    >
      <p className="text-13">
        {confirmed ? 'Did you see it in Enerflo? Then say so:' : 'What did you find in Enerflo?'}
      </p>
      {settleAnswers(action).map((which) => (
        <Button key={which} onClick={() => ask(which)}>
          {answers[which].button}
        </Button>
      ))}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={title}
        consequence={consequence}
        action={button}
        danger={answer === 'missing'}
        busy={settle.isPending}
        error={settle.isError ? errorWords(settle.error).message : undefined}
        onConfirm={() => settle.mutate({ id, arrived: answer === 'arrived' })}
      />
    </section>
  );
}
