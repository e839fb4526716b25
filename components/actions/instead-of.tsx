'use client';

import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { LinkButton } from '#components/ui/link-button.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ActionDetail } from '#lib/actions/action.schema.ts';
import { errorWords } from '../api.ts';
import { insteadOptions } from './instead.ts';

type Refused = Pick<ActionDetail, 'id' | 'instead' | 'insteadDoneById'>;

/**
 * The way out where Enerflo did not allow an action: a form that does the same for a lead that is no customer yet, filled
 * in already; or why there is none, and the way to Enerflo. Where it was updated so since, the way to that too: it may have
 * been for another change. Nothing where there is nothing to do in its place.
 */
export function InsteadOf({ action }: { action: Refused }) {
  const mayAct = useMay('operator');
  const { insteadDoneById } = action;
  return (
    <>
      {insteadDoneById !== null && (
        <p className="pt-1 text-13 text-ink-2">
          It was updated as a lead since, by{' '}
          <TextLink href={`/actions/${insteadDoneById}`}>a later action</TextLink>.
        </p>
      )}
      {mayAct && action.instead !== null && <WayOut action={action} />}
    </>
  );
}

function WayOut({ action }: { action: Refused }) {
  const { data, error, isFetching, refetch } = useQuery({
    ...insteadOptions(action.id),
    // What was updated since is not what was read before.
    ...(action.insteadDoneById !== null && { refetchOnMount: 'always' }),
    refetchOnWindowFocus: false,
  });
  if (error) return <p className="pt-1 text-13 text-ink-2">{errorWords(error).message}</p>;
  if (!data)
    return <p className="pt-1 text-13 text-ink-3">Looking whether Enerflo has it under an id of ours…</p>;
  if (data.why !== null) {
    return (
      <div className="flex flex-col items-start gap-2 pt-1 text-13">
        <p className="wrap-anywhere">{data.why}</p>
        <div className="flex flex-wrap gap-2">
          <Button size="small" busy={isFetching} onClick={() => void refetch()}>
            Look again
          </Button>
          <a href={data.link} target="_blank" rel="noreferrer" className={buttonClass('secondary', 'small')}>
            <ExternalLink aria-hidden="true" />
            Open Enerflo
          </a>
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-col items-start gap-2 pt-1 text-13">
      <p className="wrap-anywhere">
        <TextLine text={data.updates?.about ?? 'It'} /> has an id of ours in Enerflo. The form for it is
        filled in already, with what you wanted to change: sent, it updates that lead and adds none.
      </p>
      <LinkButton
        size="small"
        href={{
          pathname: `/enerflo/${data.operation}`,
          query: { account: data.connectionId, 'instead-of': action.id },
        }}
      >
        Correct it as a lead
      </LinkButton>
    </div>
  );
}
