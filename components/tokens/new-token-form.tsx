'use client';

import { useState } from 'react';
import { roleWords } from '#components/console/role-words.ts';
import { useClock } from '#components/ui/clock.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { isRole, type Role, roles } from '#lib/auth/roles.ts';
import { errorWords } from '../api.ts';
import { endOf, tokenEnds } from './token-ends.ts';

interface NewTokenFormProps {
  id: string;
  /** Why it could not be made. */
  error: unknown;
  onSend: (input: { name: string; role: Role; expiresAt: string | null }) => void;
}

type Problems = Partial<Record<'name' | 'role' | 'choice' | 'date', string>>;

const roleOptions = roles.map((value) => ({ value, label: roleWords[value].label }));

/** What a token needs: what uses it, what it may, and when it ends. The first wrong field gets the focus. */
export function NewTokenForm({ id, error, onSend }: NewTokenFormProps) {
  const { timeZone } = useClock();
  const [values, setValues] = useState({ name: '', role: '', choice: '', date: '' });
  const [problems, setProblems] = useState<Problems>({});
  const set = (field: keyof typeof values, value: string) => {
    setValues({ ...values, [field]: value });
    setProblems({ ...problems, [field]: undefined });
  };

  function send(form: HTMLFormElement) {
    const name = values.name.trim();
    const end = endOf(values, Date.now(), timeZone);
    const found: Problems = {};
    if (!name) found.name = 'Say what uses the token, such as nightly export.';
    if (!isRole(values.role)) found.role = 'Choose what the token may do.';
    if ('problem' in end) found[end.field] = end.problem;
    setProblems(found);
    const first = Object.keys(found)[0];
    if (first) return form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    if (name && isRole(values.role) && 'expiresAt' in end) {
      onSend({ name, role: values.role, expiresAt: end.expiresAt });
    }
  }

  return (
    <Form
      id={id}
      onSubmit={(event) => {
        event.preventDefault();
        send(event.currentTarget);
      }}
    >
      {error !== null && error !== undefined && (
        <p role="alert" className="text-13 text-bad">
          {errorWords(error).message}
        </p>
      )}
      <Field label="Name" help="What uses it, such as nightly export." error={problems.name}>
        <Input
          name="name"
          value={values.name}
          autoComplete="off"
          maxLength={120}
          onChange={(event) => set('name', event.target.value)}
        />
      </Field>
      <Field
        label="Role"
        help={
          isRole(values.role)
            ? `${roleWords[values.role].label}: ${roleWords[values.role].may}.`
            : 'The least that does.'
        }
        error={problems.role}
      >
        <Select
          name="role"
          placeholder="Choose a role"
          options={roleOptions}
          value={values.role}
          onChange={(event) => set('role', event.target.value)}
        />
      </Field>
      <Field label="Ends" help="From then on the API refuses it." error={problems.choice}>
        <Select
          name="choice"
          placeholder="Choose when"
          options={tokenEnds}
          value={values.choice}
          onChange={(event) => set('choice', event.target.value)}
        />
      </Field>
      {values.choice === 'date' && (
        <Field
          label="Last day"
          help={`To the end of this day in your time zone, ${timeZone}.`}
          error={problems.date}
        >
          <Input
            name="date"
            type="date"
            value={values.date}
            onChange={(event) => set('date', event.target.value)}
          />
        </Field>
      )}
      {values.choice === 'none' && (
        <p role="status" className="rounded bg-attention-soft px-3 py-2 text-13">
          A token without an end works until somebody ends it here, also for whoever finds it in an old file.
          Choose an end if the program can be given a new one in time.
        </p>
      )}
    </Form>
  );
}
