'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { parseAsArrayOf, parseAsString, useQueryState } from 'nuqs';
import { type FormEvent, useState } from 'react';
import { operationGroups } from '#components/actions/operation-groups.ts';
import { useEnerfloAccount } from '#components/actions/use-enerflo-account.ts';
import { QueryError } from '#components/console/query-error.tsx';
import { useRole } from '#components/console/role-context.tsx';
import { PageBody } from '#components/layout/page-body.tsx';
import { Button } from '#components/ui/button.tsx';
import { useClock } from '#components/ui/clock.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { allows } from '#lib/auth/roles.ts';
import { operations } from '#lib/operations/registry.ts';
import { api, errorWords } from '../api.ts';
import { BulkSteps } from './bulk-steps.tsx';
import { ColumnNames } from './column-names.tsx';
import { FileInput } from './file-input.tsx';
import { type FileProblem, sendFile } from './send-file.ts';

/** The first step: what is to be done, in which account, and the file or the chosen events that it is done for. */
export function NewBulkPage() {
  const router = useRouter();
  const role = useRole();
  const { timeZone } = useClock();
  const [name, setName] = useQueryState('operation', parseAsString);
  const [events] = useQueryState('events', parseAsArrayOf(parseAsString));
  const [asked] = useQueryState('account', parseAsString);
  // Events are of one account: nothing else is meant.
  const fixed = (events && asked) || undefined;
  const { query, accounts, account, switchedOff, calling, choose } = useEnerfloAccount({ fixed });
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const open = (id: string) => router.push(`/bulk/${id}`);
  // What makes something anew is not done for something that events are about.
  const writes = operations.filter(
    (each) => each.kind === 'write' && allows(role, each.role) && (!events || each.about !== null),
  );
  const operation = writes.find((each) => each.name === name);
  const upload = useMutation({
    mutationFn: sendFile,
    meta: { showsItsErrors: true },
    onSuccess: (answer) => 'id' in answer && open(answer.id),
  });
  const select = useMutation(
    api.bulk.create.mutationOptions({ meta: { showsItsErrors: true }, onSuccess: ({ id }) => open(id) }),
  );
  const problem: FileProblem | null =
    upload.data && 'message' in upload.data
      ? upload.data
      : select.isError
        ? errorWords(select.error)
        : upload.isError
          ? { message: 'The file could not be uploaded. Try again.' }
          : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!account || !operation || (!events && !file)) return setMissing(true);
    const connectionId = account.id;
    if (events) select.mutate({ connectionId, operation: operation.name, eventIds: events, timeZone });
    else if (file) upload.mutate({ connectionId, operation: operation.name, file, timeZone });
  }

  const groups = operationGroups(writes);
  return (
    <>
      <PageHeader
        back={<TextLink href="/bulk">For many at once</TextLink>}
        title="Do something for many at once"
        description="Every row is checked first and shown to you. Nothing is sent to Enerflo before you say so."
      />
      <BulkSteps />
      {query.isError ? (
        <QueryError title="The accounts could not be read" query={query} />
      ) : query.isSuccess && accounts.length === 0 && !switchedOff ? (
        <EmptyState
          title="There is no Enerflo account yet"
          action={<LinkButton href="/accounts">Accounts</LinkButton>}
        >
          An admin adds one, with the API key that Enerflo gave for it.
        </EmptyState>
      ) : (
        <PageBody narrow>
          <Form className="max-w-120 pt-4" onSubmit={submit}>
            <Field
              label="What is to be done"
              required
              help={operation?.words}
              error={missing && !operation ? 'Choose what is to be done.' : undefined}
            >
              <Select
                placeholder="Choose"
                value={operation?.name ?? ''}
                onChange={(event) => void setName(event.target.value || null)}
                options={groups.flatMap(({ operations: some }) =>
                  some.map((each) => ({ value: each.name, label: each.label })),
                )}
              />
            </Field>
            <Field
              label="Account"
              required
              error={
                calling && !calling.hasKey
                  ? 'This account has no API key yet. An admin sets it on the page of the account.'
                  : switchedOff
                    ? `${switchedOff.name} is switched off: nothing is done in it.`
                    : undefined
              }
            >
              <Select
                value={account?.id ?? ''}
                onChange={(event) => choose(event.target.value)}
                placeholder={account ? undefined : 'None'}
                options={accounts
                  .filter(({ id }) => !fixed || id === fixed)
                  .map(({ id, name: label, environment }) => ({
                    value: id,
                    label: environment === 'sandbox' ? `${label} (sandbox)` : label,
                  }))}
              />
            </Field>
            {events ? (
              <p className="text-13">
                For what the {events.length === 1 ? 'chosen event is' : `${events.length} chosen events are`}{' '}
                about, each once.
              </p>
            ) : (
              <FileInput
                file={file}
                onChange={(chosen) => {
                  setFile(chosen);
                  upload.reset();
                }}
                error={missing && !file ? 'Choose a CSV file.' : problem?.message}
              />
            )}
            {!events && operation && <ColumnNames operation={operation} />}
            {events && problem && (
              <p role="alert" className="text-13 text-bad">
                {problem.message}
              </p>
            )}
            <div className="flex gap-2">
              <Button
                type="submit"
                variant="primary"
                busy={query.isPending || upload.isPending || select.isPending}
              >
                {events ? 'Go on' : 'Upload'}
              </Button>
              <LinkButton href="/bulk">Cancel</LinkButton>
            </div>
          </Form>
        </PageBody>
      )}
    </>
  );
}
