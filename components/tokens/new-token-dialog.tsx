'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CodeBlock } from '#components/ui/code-block.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { api } from '../api.ts';
import { NewTokenForm } from './new-token-form.tsx';

const formId = 'new-token';

/** Makes a token and shows it, this once. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const create = useMutation(
    api.tokens.create.mutationOptions({
      meta: { showsItsErrors: true },
      // The secret stays in this dialog and nowhere else.
      gcTime: 0,
      onSuccess: ({ item, token }) => {
        setMade({ name: item.name, token });
        return queries.invalidateQueries({ queryKey: api.tokens.key() });
      },
    }),
  );
  if (made) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        shownOnce
        title={`The token “${made.name}”`}
        description="Copy it now to where it will be used. Heliograph keeps only its hash and cannot show it again."
        footer={
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        }
      >
        <CodeBlock text={made.token} label="API token" />
        <p className="pt-2 text-13 text-ink-2">
          Programs send it with each request, as{' '}
          <code className="font-mono text-12">Authorization: Bearer …</code>
        </p>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      closeOnOutside={false}
      title="Make an API token"
      description="For a program that uses the API. Give each program its own, so that one can be ended without the others."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={create.isPending}>
            Make token
          </Button>
        </>
      }
    >
      <NewTokenForm id={formId} error={create.error} onSend={(input) => create.mutate(input)} />
    </Dialog>
  );
}
