'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { showFieldProblems } from '#components/auth/field-problems.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { type Invitation, invitationSchema } from '#lib/auth/people.contract.ts';
import { api } from '../api.ts';
import { OneTimeLink } from './one-time-link.tsx';
import { RoleField } from './role-field.tsx';

/** Adds a person and shows the link with which they choose a password. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const { register, handleSubmit, setError, control, formState } = useForm<Invitation>({
    resolver: zodResolver(invitationSchema),
    mode: 'onTouched',
    defaultValues: { name: '', email: '', role: 'operator' },
  });
  const role = useWatch({ control, name: 'role' });
  const { errors } = formState;
  const invite = useMutation(
    api.people.invite.mutationOptions({
      meta: { showsItsErrors: true },
      onMutate: () => setProblem(null),
      onSuccess: () => queries.invalidateQueries({ queryKey: api.people.key() }),
      onError: (error) =>
        setProblem(
          showFieldProblems(error, ['name', 'email', 'role'], (name, message) => setError(name, { message })),
        ),
    }),
  );

  if (invite.data) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={`${invite.variables.name.trim()} is invited`}
        shownOnce
        footer={
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        }
      >
        <OneTimeLink name={invite.variables.name.trim()} link={invite.data.link} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Invite a person"
      description="You get a link to hand over, with which they choose their password."
      size="small"
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={invite.isPending}>
            Invite
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={handleSubmit((input) => invite.mutate(input))}>
        <Field label="Name" required error={errors.name?.message}>
          <Input autoComplete="off" {...register('name')} />
        </Field>
        <Field
          label="E-mail address"
          required
          help="They sign in with it. Heliograph sends no e-mail."
          error={errors.email?.message}
        >
          <Input type="email" autoComplete="off" {...register('email')} />
        </Field>
        <RoleField chosen={role} control={register('role')} />
        {problem && (
          <p role="alert" className="text-13 text-bad">
            {problem}
          </p>
        )}
      </Form>
    </Dialog>
  );
}
