'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { timeZones } from '#components/account/time-zones.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { AccountApi } from '#lib/enerflo/enerflo.contract.ts';
import { type EnerfloSettings, enerfloSettingsSchema } from '#lib/enerflo/enerflo-settings.schema.ts';
import { api, errorWords } from '../api.ts';
import { leadBody, leadPhone, milestoneId } from './enerflo-api-words.ts';

interface EnerfloApiFormProps {
  id: string;
  account: AccountApi;
  onClose: () => void;
}

/** Everything that can be said of how an Enerflo account is called. */
export function EnerfloApiForm({ id, account, onClose }: EnerfloApiFormProps) {
  const formId = useId();
  const queries = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState<EnerfloSettings>(account.settings);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const say = (part: Partial<EnerfloSettings>) => setDraft((before) => ({ ...before, ...part }));
  const save = useMutation(
    api.enerflo.setSettings.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: (saved) => {
        queries.setQueryData(api.enerflo.account.queryKey({ input: { id } }), saved);
        void queries.invalidateQueries({ queryKey: api.connections.key() });
        const title =
          account.hasKey && !saved.hasKey
            ? 'Saved. Now give the API key of this address.'
            : 'Saved. It counts from the next request on.';
        toast({ title, tone: 'good' });
        onClose();
      },
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    const { data: settings, error } = enerfloSettingsSchema.safeParse(draft);
    setWrong(Object.fromEntries(error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? []));
    if (settings && !save.isPending) save.mutate({ id, settings });
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="How Enerflo is called"
      description="Where the sources disagree, the likelier form is set. It counts from the next request on."
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={submit}>
        <Field
          label="Address of Enerflo"
          optional
          help="Left empty, it is that of this console’s own settings. Another host gets no stored API key: it is forgotten, and has to be given anew."
          error={wrong.baseUrl}
        >
          <Input
            mono
            value={draft.baseUrl ?? ''}
            placeholder={account.settings.baseUrl === null ? account.baseUrl : undefined}
            spellCheck={false}
            onChange={(event) => say({ baseUrl: event.target.value.trim() || null })}
          />
        </Field>
        <Field label={leadBody.label} help={leadBody.why}>
          <Select
            options={optionsOf(leadBody.choices)}
            value={draft.leadBody}
            onChange={(event) =>
              say({ leadBody: chosen(leadBody.choices, event.target.value, draft.leadBody) })
            }
          />
        </Field>
        <Field label={leadPhone.label} help={leadPhone.why}>
          <Select
            options={optionsOf(leadPhone.choices)}
            value={draft.leadPhone}
            onChange={(event) =>
              say({ leadPhone: chosen(leadPhone.choices, event.target.value, draft.leadPhone) })
            }
          />
        </Field>
        <Checkbox
          label="Put an id of ours into each lead"
          help="Sent again, a lead with such an id is updated instead of doubled. The guide’s example has none."
          checked={draft.leadRecordId}
          onChange={(event) => say({ leadRecordId: event.target.checked })}
        />
        <Field label={milestoneId.label} help={milestoneId.why}>
          <Select
            options={optionsOf(milestoneId.choices)}
            value={draft.milestoneId}
            onChange={(event) =>
              say({ milestoneId: chosen(milestoneId.choices, event.target.value, draft.milestoneId) })
            }
          />
        </Field>
        <Checkbox
          label="End the address of an install with a slash"
          help="The guide prints one when an install is changed; programs in daily use send none."
          checked={draft.installSlash}
          onChange={(event) => say({ installSlash: event.target.checked })}
        />
        <Checkbox
          label="Begin each note with its author"
          help={`Enerflo names the user of the API key as the author of every note. With it, a note begins with [From Jane Smith in ${draft.noteProduct}]:`}
          checked={draft.noteAuthor}
          onChange={(event) => say({ noteAuthor: event.target.checked })}
        />
        {draft.noteAuthor && (
          <Field label="What this console is called there" error={wrong.noteProduct}>
            <Input
              value={draft.noteProduct}
              maxLength={40}
              onChange={(event) => say({ noteProduct: event.target.value })}
            />
          </Field>
        )}
        <Field
          label="Time zone of the company"
          help="A date that is sent, such as that of a milestone, is the day in this zone."
        >
          <Select
            options={zoneOptions()}
            placeholder="That of the person who acts"
            value={draft.timeZone ?? ''}
            onChange={(event) => say({ timeZone: event.target.value || null })}
          />
        </Field>
        <LimitFields limit={draft.limit} wrong={wrong} onChange={(limit) => say({ limit })} />
        {save.isError && (
          <p role="alert" className="text-13 text-bad">
            {errorWords(save.error).message}
          </p>
        )}
      </Form>
    </Dialog>
  );
}

interface LimitFieldsProps {
  limit: EnerfloSettings['limit'];
  wrong: Record<string, string>;
  onChange: (limit: EnerfloSettings['limit']) => void;
}

function LimitFields({ limit, wrong, onChange }: LimitFieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field
        label="Requests of the limit"
        help="Enerflo’s is 300 a minute. A tenth stays unused, some are kept for people."
        error={wrong['limit.requests']}
      >
        <Input
          type="number"
          min={10}
          value={limit.requests}
          onChange={(event) => onChange({ ...limit, requests: event.target.valueAsNumber })}
        />
      </Field>
      <Field label="In so many seconds" error={wrong['limit.seconds']}>
        <Input
          type="number"
          min={1}
          value={limit.seconds}
          onChange={(event) => onChange({ ...limit, seconds: event.target.valueAsNumber })}
        />
      </Field>
    </div>
  );
}

type Choices<Value extends string> = readonly (readonly [Value, string])[];

function optionsOf(choices: Choices<string>) {
  return choices.map(([value, label]) => ({ value, label }));
}

function chosen<Value extends string>(choices: Choices<Value>, text: string, before: Value): Value {
  return choices.find(([value]) => value === text)?.[0] ?? before;
}

function zoneOptions() {
  const { american, others } = timeZones();
  return [...american, ...others].map(({ zone, label }) => ({ value: zone, label }));
}
