'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { PersonItem } from '#lib/auth/people.contract.ts';
import { ChangePersonDialog } from './change-person-dialog.tsx';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { EndSecondFactorDialog } from './end-second-factor-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { ReactivateButton } from './reactivate-button.tsx';

/** What can be done with somebody's account. */
export function PersonActions({ person }: { person: PersonItem }) {
  const [asking, setAsking] = useState<'change' | 'link' | 'deactivate' | 'second factor' | null>(null);
  const close = () => setAsking(null);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {person.you ? (
        <LinkButton href="/me">My password and second factor</LinkButton>
      ) : person.state === 'deactivated' ? (
        <ReactivateButton person={person} />
      ) : (
        <Button
          variant={person.state === 'invited' && !person.link?.open ? 'primary' : undefined}
          onClick={() => setAsking('link')}
        >
          {person.state === 'invited' ? 'Make a new link' : 'Reset password'}
        </Button>
      )}
      <Button onClick={() => setAsking('change')}>Change name or role</Button>
      {person.secondFactor && !person.you && (
        <Button onClick={() => setAsking('second factor')}>Switch off second factor</Button>
      )}
      {person.state !== 'deactivated' && <Button onClick={() => setAsking('deactivate')}>Deactivate</Button>}
      {asking === 'change' && <ChangePersonDialog person={person} onClose={close} />}
      {asking === 'link' && <LinkDialog person={person} onClose={close} />}
      {asking === 'deactivate' && <DeactivateDialog person={person} onClose={close} />}
      {asking === 'second factor' && <EndSecondFactorDialog person={person} onClose={close} />}
    </div>
  );
}
