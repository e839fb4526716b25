'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { sourceLabel } from '#components/events/source-label.ts';
import { PageBody } from '#components/layout/page-body.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { sources } from '#lib/catalog/event-type.ts';
import { connectionNameSchema, usernameSchema } from '#lib/connections/connections.contract.ts';
import { api, errorWords } from '../api.ts';
import { useAccountChanged } from './use-account-changed.ts';

const sourceOptions = sources.map((value) => ({ value, label: sourceLabel[value] }));
const environmentOptions = [
  { value: 'production', label: 'Production' },
  { value: 'sandbox', label: 'Sandbox' },
];

/** Adds an account; its page then shows the new address to copy. */
export function NewAccountPage() {
  const router = useRouter();
  const changed = useAccountChanged();
  const [source, setSource] = useState<(typeof sources)[number]>('enerflo');
  const [environment, setEnvironment] = useState<'production' | 'sandbox'>('production');
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [wrong, setWrong] = useState<{ name?: string; username?: string }>({});
  const create = useMutation(
    api.connections.create.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: ({ connection, secret }) => {
        changed(connection, secret);
        router.push(`/accounts/${connection.id}`);
      },
    }),
  );
  const refused = create.isError ? errorWords(create.error) : null;
  const refusedAt = (field: string) => refused?.fields.find((each) => each.field === field)?.message;

  function submit(event: FormEvent) {
    event.preventDefault();
    const asksUsername = source === 'sunnova' && username.trim() !== '';
    const problems = {
      name: connectionNameSchema.safeParse(name).error?.issues[0]?.message,
      username: asksUsername ? usernameSchema.safeParse(username).error?.issues[0]?.message : undefined,
    };
    setWrong(problems);
    if (problems.name || problems.username || create.isPending || create.isSuccess) return;
    create.mutate({ source, environment, name, username: asksUsername ? username : undefined });
  }

  return (
    <>
      <PageHeader
        back={<TextLink href="/accounts">Accounts</TextLink>}
        title="Add an account"
        description="One company’s account at one sender, in one environment. It gets an address of its own."
      />
      <PageBody narrow>
        <Form className="max-w-105" onSubmit={submit}>
          <Field
            label="Who sends"
            help={source === 'enerflo' ? 'Enerflo 1.0 and 2.0 are one account.' : undefined}
          >
            <Select
              options={sourceOptions}
              value={source}
              onChange={(event) => setSource(sources.find((each) => each === event.target.value) ?? source)}
            />
          </Field>
          <Field label="Environment" help="Nothing of a sandbox ever meets production.">
            <Select
              options={environmentOptions}
              value={environment}
              onChange={(event) =>
                setEnvironment(event.target.value === 'sandbox' ? 'sandbox' : 'production')
              }
            />
          </Field>
          <Field
            label="Name"
            required
            help="So that your team tells it from others: the company, the region."
            error={wrong.name ?? refusedAt('name')}
          >
            <Input
              autoComplete="off"
              maxLength={80}
              placeholder={`${sourceLabel[source]} East`}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          {source === 'sunnova' && (
            <Field
              label="User name for Sunnova"
              optional
              help="Sunnova signs in with a user name and a password. Left empty, a user name is made up; the password always is."
              error={wrong.username ?? refusedAt('username')}
            >
              <Input
                mono
                autoComplete="off"
                value={username}
                onChange={(event) => setUsername(event.target.value)}
              />
            </Field>
          )}
          {refused && refused.fields.length === 0 && (
            <p role="alert" className="text-13 text-bad">
              {refused.message}
            </p>
          )}
          <div className="flex gap-2">
            <Button type="submit" variant="primary" busy={create.isPending || create.isSuccess}>
              Add account
            </Button>
            <LinkButton href="/accounts">Cancel</LinkButton>
          </div>
        </Form>
      </PageBody>
    </>
  );
}
