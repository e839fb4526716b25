'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { api, errorWords } from '../api.ts';
import { OwnProofForm } from './own-proof-form.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { browsersSignedOut } from './signed-out-words.ts';

/** Sets up a second factor: scan, confirm with a code and the password, keep the recovery codes. */
export function SecondFactorSetup({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const queries = useQueryClient();
  const { mutate: begin, ...begun } = useMutation(
    api.account.beginSecondFactor.mutationOptions({ meta: { showsItsErrors: true } }),
  );
  const confirm = useMutation(
    api.account.confirmSecondFactor.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => queries.invalidateQueries({ queryKey: api.account.key() }),
    }),
  );
  // Each opening makes a secret of its own; one that was never confirmed counts for nothing.
  useEffect(() => begin(undefined), [begin]);

  if (confirm.data) {
    const { recoveryCodes, sessionsEnded } = confirm.data;
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title="Your second factor is on"
        description={browsersSignedOut(sessionsEnded)}
        size="small"
        shownOnce
        footer={
          <Button variant="primary" onClick={onClose}>
            I have kept them
          </Button>
        }
      >
        <RecoveryCodes codes={recoveryCodes} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Set up a second factor"
      description="Scan this with an authenticator app on your phone, such as the one of Google, Microsoft or your password manager."
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={confirm.isPending}
            disabled={!begun.data}
          >
            Switch on
          </Button>
        </>
      }
    >
      {begun.isError && (
        <p role="alert" className="text-13 text-bad">
          {errorWords(begun.error).message}
        </p>
      )}
      {!begun.data && !begun.isError && <SkeletonText lines={8} label="Making a QR code" />}
      {begun.data && (
        <div className="flex flex-col items-center gap-4 sm:flex-row sm:items-start">
          <div className="flex w-48 shrink-0 flex-col gap-1">
            <QrCode text={begun.data.url} label="QR code for your authenticator app" />
            <p className="text-12 text-ink-3">No camera? Type this into the app:</p>
            <p className="flex items-start gap-1 font-mono text-12">
              <span aria-label="Secret as text" role="note" className="wrap-anywhere">
                {inGroups(begun.data.secret)}
              </span>
              <CopyButton text={begun.data.secret} label="Copy secret" />
            </p>
          </div>
          <div className="flex w-full min-w-0 flex-1 flex-col gap-4">
            <OwnProofForm setup id={formId} onSend={(input) => confirm.mutateAsync(input)} />
            <p className="text-12 text-ink-3">Wherever else you are signed in, you are signed out.</p>
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** Letters by four, as one reads them off. */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
