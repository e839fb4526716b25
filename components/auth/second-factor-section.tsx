'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryError } from '#components/console/query-error.tsx';
import { Button } from '#components/ui/button.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { recoveryCodeCount } from '#lib/auth/limits.ts';
import { api } from '../api.ts';
import { RenewCodesDialog } from './renew-codes-dialog.tsx';
import { SecondFactorSetup } from './second-factor-setup.tsx';
import { SwitchOffDialog } from './switch-off-dialog.tsx';

const few = 3;

/** Of My settings: whether signing in asks for a code of an app besides the password. */
export function SecondFactorSection() {
  const state = useQuery(api.account.secondFactor.queryOptions());
  const [open, setOpen] = useState<'set up' | 'renew' | 'off' | null>(null);
  const close = () => setOpen(null);
  return (
    <Section
      title="Second factor"
      description="Besides your password, a code of an app on your phone. Then nobody gets in with your password alone."
    >
      {state.isPending && <SkeletonText lines={2} label="Reading your second factor" />}
      {state.isError && !state.data && (
        <QueryError title="Your second factor could not be read" query={state} />
      )}
      {state.data?.since === null && (
        <div className="flex flex-wrap items-center gap-3 text-13">
          <StatusMark tone="neutral" shape="ring">
            Off
          </StatusMark>
          <Button onClick={() => setOpen('set up')}>Set up a second factor</Button>
        </div>
      )}
      {state.data?.since && (
        <div className="flex flex-col gap-2 text-13">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StatusMark tone="good" shape="circle">
              On
            </StatusMark>
            <span className="text-ink-2">
              since <ExactTime iso={state.data.since} />
            </span>
          </p>
          <CodesLeft left={state.data.recoveryCodesLeft} />
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setOpen('renew')}>Make new recovery codes</Button>
            <Button onClick={() => setOpen('off')}>Switch off</Button>
          </div>
        </div>
      )}
      {open === 'set up' && <SecondFactorSetup onClose={close} />}
      {open === 'renew' && <RenewCodesDialog onClose={close} />}
      {open === 'off' && <SwitchOffDialog onClose={close} />}
    </Section>
  );
}

function CodesLeft({ left }: { left: number }) {
  if (left > few) {
    return (
      <p className="text-ink-2">
        {left} of {recoveryCodeCount} recovery codes are unused.
      </p>
    );
  }
  return (
    <StatusMark tone="attention" shape="triangle">
      {left === 0
        ? 'No recovery code is left'
        : `Only ${left} recovery ${left === 1 ? 'code is' : 'codes are'} left`}
      : make new ones
    </StatusMark>
  );
}
