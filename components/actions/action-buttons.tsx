'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ExternalLink, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { ActionDetail } from '#lib/actions/action.schema.ts';
import { actionStates } from '#lib/actions/action-states.ts';
import { api } from '../api.ts';
import { roleOf } from './role-of.ts';

/** What can be done about an action: look whether it arrived, correct what was not done, undo it, see it in Enerflo. */
export function ActionButtons({ action }: { action: ActionDetail }) {
  const mayAct = useMay('operator');
  const mayDo = useMay(roleOf(action));
  const toast = useToast();
  const queries = useQueryClient();
  // Pressed twice, it is undone once.
  const key = useRef<string>(crypto.randomUUID());
  const [asking, setAsking] = useState(false);
  const { id, operation, connectionId, link, undo, undoEffects, canLookUp, canCorrect, confirmed } = action;
  const changed = () => queries.invalidateQueries({ queryKey: api.actions.key() });

  const takeBack = useMutation(
    api.actions.undo.mutationOptions({
      onSettled: () => setAsking(false),
      onSuccess: (answer) => {
        key.current = crypto.randomUUID();
        const well = answer.state === 'done' || answer.state === 'undone';
        toast(
          well
            ? { title: 'It is undone', tone: 'good' }
            : {
                title: `Undoing: ${actionStates[answer.state].word}`,
                description: answer.error?.text,
                tone: 'bad',
              },
        );
        return changed();
      },
    }),
  );
  const lookUp = useMutation(
    api.actions.lookUp.mutationOptions({
      onSuccess: (answer) => {
        queries.setQueryData(api.actions.get.queryKey({ input: { id } }), answer);
        const words = answer.canSettle ? toldByNobody : lookUpWords[answer.state];
        toast(words ?? { title: actionStates[answer.state].word });
        return changed();
      },
    }),
  );
  const undoIt = () => takeBack.mutate({ id, idempotencyKey: key.current });
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        {canLookUp && mayDo && (
          <Button variant="primary" busy={lookUp.isPending} onClick={() => lookUp.mutate({ id })}>
            {confirmed ? 'Read it back from Enerflo' : 'Look whether it arrived'}
          </Button>
        )}
        {canCorrect && mayDo && (
          <LinkButton
            variant="primary"
            href={{
              pathname: `/enerflo/${operation}`,
              query: { account: connectionId, 'instead-of': id },
            }}
          >
            Correct and send again
          </LinkButton>
        )}
        {undo && mayAct && (
          <Button
            busy={takeBack.isPending}
            title={undo}
            onClick={() => (undoEffects.length > 0 ? setAsking(true) : undoIt())}
          >
            <Undo2 aria-hidden="true" />
            Undo
          </Button>
        )}
        {link && (
          <a href={link} target="_blank" rel="noreferrer" className={buttonClass('secondary')}>
            <ExternalLink aria-hidden="true" />
            Open in Enerflo
          </a>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`${undo}?`}
        consequence={undoEffects.join(' ')}
        action="Undo it"
        busy={takeBack.isPending}
        onConfirm={undoIt}
      />
    </>
  );
}

const toldByNobody = {
  title: 'That could not be told from here. Look in Enerflo.',
  tone: 'attention',
} as const;

const lookUpWords: Partial<Record<ActionDetail['state'], { title: string; tone?: 'good' | 'attention' }>> = {
  done: { title: 'It arrived', tone: 'good' },
  failed: { title: 'It did not arrive: it may be sent again' },
  unknown: { title: 'That could not be told yet. It is looked up again by itself.', tone: 'attention' },
};
