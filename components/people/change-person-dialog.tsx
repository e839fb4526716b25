'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { showFieldProblems } from '#components/auth/field-problems.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { invitationSchema, type PersonItem } from '#lib/auth/people.contract.ts';
import { homePath } from '#lib/auth/safe-next.ts';
import { api } from '../api.ts';
import { RoleField } from './role-field.tsx';
import { usePersonChange } from './use-person-change.ts';

const schema = invitationSchema.pick({ name: true, role: true });

/** Another name or role for somebody. Whoever takes the admin role from themselves says so twice. */
export function ChangePersonDialog({ person, onClose }: { person: PersonItem; onClose: () => void }) {
  const formId = useId();
  const changed = usePersonChange(onClose);
  const [problem, setProblem] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const { register, handleSubmit, setError, control, formState } = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: { name: person.name, role: person.role },
  });
  const role = useWatch({ control, name: 'role' });
  const demotesSelf = person.you && role !== 'admin';
  const change = useMutation(
    api.people.change.mutationOptions({
      meta: { showsItsErrors: true },
      onMutate: () => setProblem(null),
      // Without the role this page is gone.
      onSuccess: () =>
        demotesSelf ? window.location.assign(homePath) : changed(`${person.name} is changed`),
      onError: (error) =>
        setProblem(
          showFieldProblems(error, ['name', 'role'], (name, message) => setError(name, { message })),
        ),
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Change ${person.name}`}
      size="small"
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={change.isPending}
            disabled={demotesSelf && !sure}
          >
            Save
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={handleSubmit((input) => change.mutate({ id: person.id, ...input }))}>
        <Field label="Name" required error={formState.errors.name?.message}>
          <Input autoComplete="off" {...register('name')} />
        </Field>
        <RoleField chosen={role} control={register('role')} />
        {demotesSelf && (
          <Checkbox
            label="I give up my own admin role"
            help="You cannot come back to this page. Only another admin can give you the role again."
            checked={sure}
            onChange={(event) => setSure(event.target.checked)}
          />
        )}
        {problem && (
          <p role="alert" className="text-13 text-bad">
            {problem}
          </p>
        )}
      </Form>
    </Dialog>
  );
}
