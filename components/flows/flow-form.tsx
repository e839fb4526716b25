'use client';

import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useMay } from '#components/console/role-context.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import type { FlowDetail, FlowInput } from '#lib/flows/flow.schema.ts';
import { FlowDestination } from './flow-destination.tsx';
import { FlowFields } from './flow-fields.tsx';
import { FlowHeader } from './flow-header.tsx';
import { errorsAt, flowInputOf } from './flow-input.ts';
import { FlowNotice } from './flow-notice.tsx';
import { FlowResult } from './flow-result.tsx';
import { emptyFlowValues, type FlowValues, flowValuesOf } from './flow-values.ts';
import { FlowWhen } from './flow-when.tsx';
import { useFlowDraft } from './use-flow-draft.ts';
import { useSaveFlow } from './use-save-flow.ts';

/** A flow in its form, with the resulting body beside it; null makes a new one. Ctrl Enter publishes. */
export function FlowForm({ flow }: { flow: FlowDetail | null }) {
  const formId = useId();
  const element = useRef<HTMLFormElement>(null);
  const focusWrong = useRef(false);
  const mayEdit = useMay('editor');
  /** The version that the form shows or was typed over; a newer one may be published meanwhile. */
  const [base, setBase] = useState(flow);
  const saved = useMemo(() => (base ? flowValuesOf(base) : emptyFlowValues), [base]);
  const stored = base?.destination ?? null;

  const form = useForm<FlowValues, unknown, FlowInput>({
    mode: 'onTouched',
    defaultValues: saved,
    shouldFocusError: false,
    resolver: (values) => {
      const made = flowInputOf(values, stored);
      if ('input' in made) return { values: made.input, errors: {} };
      return { values: {}, errors: errorsAt(made.problems, values) };
    },
  });
  const { errors, isDirty } = form.formState;
  const draft = useFlowDraft(form, { flowId: flow?.id ?? null, version: base?.version ?? null, saved });
  const [shownType, setShownType] = useState<string | null>(null);

  function show(current: FlowDetail) {
    setBase(current);
    draft.replace(flowValuesOf(current));
  }
  const save = useSaveFlow(form, flow?.id ?? null, {
    onSaved: show,
    onRefused: () => {
      focusWrong.current = true;
    },
  });

  // What others publish is shown at once unless something was typed that it would overwrite.
  const newer = flow !== null && base !== null && flow.version > base.version ? flow : null;
  const showNewer = useEffectEvent(show);
  useEffect(() => {
    if (newer && !isDirty) showNewer(newer);
  }, [newer, isDirty]);

  useEffect(() => {
    if (!focusWrong.current) return;
    const wrong = element.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong="true"]');
    if (!wrong) return;
    focusWrong.current = false;
    wrong.focus();
  });

  return (
    <FormProvider {...form}>
      <FlowHeader
        flow={flow}
        formId={formId}
        dirty={isDirty}
        saving={save.isPending}
        onDiscard={() => draft.replace(saved)}
      />
      <FlowNotice restored={draft.restored} newer={newer} onShowNewer={() => newer && show(newer)} />
      <div className="relative grid grid-cols-1 gap-x-6 gap-y-8 px-4 pt-4 pb-10 split:grid-cols-[minmax(0,1fr)_minmax(22rem,36%)]">
        <Form
          ref={element}
          id={formId}
          className="min-w-0 max-w-200 [&_:is(a,button,input,select)]:scroll-mt-36"
          onSubmit={(event) => {
            if (flow && !isDirty) return event.preventDefault();
            void form.handleSubmit(save.send, () => {
              focusWrong.current = true;
            })(event);
          }}
          onKeyDown={(event) => {
            // Enter in a field goes nowhere: publishing is Ctrl Enter or the button.
            const typing = event.target instanceof HTMLInputElement;
            if (event.key === 'Enter' && typing && !event.ctrlKey && !event.metaKey) event.preventDefault();
          }}
        >
          <fieldset disabled={!mayEdit} className="flex min-w-0 flex-col gap-8">
            <legend className="sr-only">{flow ? `Flow ${flow.name}` : 'New flow'}</legend>
            <Field label="Flow name" required error={errors.name?.message}>
              <Input autoComplete="off" placeholder="New customers to the CRM" {...form.register('name')} />
            </Field>
            <FlowWhen />
            <FlowDestination stored={stored} />
            <FlowFields shownType={shownType} />
          </fieldset>
          {errors.root?.message && (
            <p
              role="alert"
              data-wrong="true"
              tabIndex={-1}
              className="rounded bg-bad-soft px-3 py-2 text-13 text-bad"
            >
              {errors.root.message}
            </p>
          )}
        </Form>
        <FlowResult shownType={shownType} onShowType={setShownType} />
      </div>
    </FormProvider>
  );
}
