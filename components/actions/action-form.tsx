'use client';

import { useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Fold } from '#components/deliveries/fold.tsx';
import { Button } from '#components/ui/button.tsx';
import { Form } from '#components/ui/form.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import type { ActionDetail } from '#lib/actions/action.schema.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { errorWords } from '../api.ts';
import { draftPlace } from './action-draft.ts';
import { ActionErrorText } from './action-error.tsx';
import { ActionOutcome } from './action-outcome.tsx';
import {
  type ActionValues,
  emptyValues,
  type FormField,
  foldFields,
  unchosenFields,
} from './action-values.ts';
import { type Agreement, agreementsOf, updateAgreement } from './agreements.ts';
import { BlankChoice } from './blank-choice.tsx';
import { fieldsIn } from './fields-in.ts';
import { fieldsResolver } from './fields-resolver.ts';
import { InsteadOf } from './instead-of.tsx';
import { onCtrlEnter } from './on-ctrl-enter.ts';
import { OperationField } from './operation-field.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { refusedWords } from './refused-words.ts';
import type { Start } from './start-values.ts';
import { hasOwnId, ownIdValues, type Updating } from './updating.ts';
import { useActionDraft } from './use-action-draft.ts';
import { usePreview } from './use-preview.ts';
import { useSend } from './use-send.ts';
import { whyNotSent } from './why-not-sent.ts';

interface ActionFormProps {
  operation: Operation;
  connectionId: string;
  /** What is filled in when the form opens. */
  known: ActionValues;
  /** What fields are found by that could not be filled in at once. */
  sought?: Start['sought'];
  /** What a picker of an install or a customer looks for when it first opens. */
  firstQuery?: string;
  eventId?: string;
  /** The id of the event, record or case that it was opened from; '' where it was opened by itself. */
  openedFrom: string;
  /** What it was opened to update. */
  updates?: Updating | null;
  /** Opens the form anew, empty. */
  onAnother: () => void;
}

/** The form of an operation that writes: its fields, beside them what would be sent, and afterwards what came of it. */
export function ActionForm(props: ActionFormProps) {
  const { operation, connectionId, known, sought = {}, firstQuery, eventId, openedFrom, onAnother } = props;
  const [updating, setUpdating] = useState(props.updates ?? null);
  const [fields] = useState(() => operationFields(operation));
  const [{ shown, folded }] = useState(() => foldFields(fields, known));
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(
    () => new Set(updating ? [updateAgreement(updating).key] : []),
  );
  const [settled, setSettled] = useState<ActionDetail | null>(null);
  const panel = useRef<HTMLElement>(null);
  const [start] = useState(() => emptyValues(fields, known));
  const form = useForm<ActionValues>({
    mode: 'onTouched',
    defaultValues: start,
    resolver: fieldsResolver(fields),
  });
  const draft = useActionDraft(form, draftPlace(operation.name, connectionId, openedFrom, start), start);
  const values = form.watch();
  const look = usePreview(operation, fields, connectionId, values);
  const sender = useSend({
    onSettled: (action) => {
      setSettled(action);
      if (action.state !== 'failed') draft.forget();
      else void look.preview.refetch();
    },
    onConflict: () => void look.preview.refetch(),
  });
  const shownPreview = look.preview.data;
  const agreements = shownPreview ? agreementsOf(shownPreview) : [];
  const [open] = unchosenFields(fields, values);

  useEffect(() => {
    if (sender.isError || settled?.state === 'failed') panel.current?.focus();
  }, [sender.isError, settled]);

  if (settled && settled.state !== 'failed') {
    return <ActionOutcome sent={settled} onAnother={onAnother} />;
  }

  function send() {
    const { current } = look;
    const toAgree = agreements.filter(({ key }) => !agreed.has(key));
    if (!current || whyNotSent(current, toAgree.length, true) !== null) return showPreview();
    sender.send({
      connectionId,
      operation: operation.name,
      input: look.input,
      timeZone: look.timeZone,
      seen: current.seen,
      agreed: agreements.map(({ code }) => code),
      eventId,
    });
  }
  /** Leads to the first wrong field, else to what would be sent. */
  function showPreview() {
    const wrong = look.looked?.right.problems[0];
    if (!look.suffices && wrong && wrong.field in values) return form.setFocus(wrong.field);
    panel.current?.scrollIntoView({ block: 'nearest' });
    panel.current?.focus({ preventScroll: true });
  }
  function agree({ key }: Agreement, yes: boolean) {
    const next = new Set(agreed);
    if (yes) next.add(key);
    else next.delete(key);
    setAgreed(next);
  }
  /** Choosing one is agreeing to it, null adds another after all; what was typed stays. */
  function update(one: Updating | null) {
    setUpdating(one);
    if (one) agree(updateAgreement(one), true);
    for (const [key, value] of Object.entries(ownIdValues(operation, one)))
      form.setValue(key, value, { shouldDirty: true });
    panel.current?.focus({ preventScroll: true });
  }
  const field = (each: FormField) => (
    <OperationField
      key={each.key}
      field={each}
      connectionId={connectionId}
      looked={look.looked}
      suffices={look.suffices}
      refused={refusedWords(each.key, sender, look.input)}
      sought={sought[each.key]}
      onFound={(value) => draft.found(each.key, value)}
      inner={fieldsIn(each, fields)}
      withinLabel={fields.find(({ key }) => key === each.words.within)?.words.label}
      firstQuery={each.words.picks === 'install' || each.words.picks === 'customer' ? firstQuery : undefined}
      onLeave={() => void form.trigger(each.key)}
    />
  );

  return (
    <FormProvider {...form}>
      <div className="grid grid-cols-1 gap-x-8 gap-y-6 px-4 pt-2 pb-10 split:grid-cols-[minmax(0,1fr)_minmax(24rem,48%)]">
        <Form
          className="min-w-0 max-w-140"
          // Only Ctrl Enter sends the form: the button in it shows, and the one beside what is shown sends.
          onSubmit={form.handleSubmit(send)}
          onKeyDown={(event) => {
            // Enter in a field goes nowhere: sending is Ctrl Enter or the button.
            const typing = event.target instanceof HTMLInputElement;
            if (event.key === 'Enter' && typing && !event.ctrlKey && !event.metaKey) event.preventDefault();
          }}
        >
          {draft.restored && (
            <p className="flex flex-wrap items-center gap-x-3 text-13 text-ink-2">
              What you typed before is back.
              <Button size="small" variant="quiet" onClick={draft.discard}>
                Start anew
              </Button>
            </p>
          )}
          {shown.map(field)}
          {folded.length > 0 && (
            <Fold
              // What was typed there before is back as well: it must not be out of sight.
              key={draft.restored ? 'restored' : 'new'}
              initiallyOpen={draft.restored && folded.some(({ key }) => values[key] !== start[key])}
              summary={`${folded.length} more fields`}
            >
              <div className="flex flex-col gap-4">{folded.map(field)}</div>
            </Fold>
          )}
          <BlankChoice fields={fields} />
          <div>
            <Button onClick={form.handleSubmit(showPreview)}>See what would be sent</Button>
          </div>
        </Form>
        <section
          ref={panel}
          tabIndex={-1}
          aria-label="What would be sent"
          onKeyDown={onCtrlEnter(form.handleSubmit(send))}
          className="flex min-w-0 flex-col gap-4 self-start outline-none split:sticky split:top-4 split:min-h-60 split:border-l split:pl-6"
        >
          <h2 className="text-14 font-medium">What would be sent</h2>
          {settled?.error && (
            <div role="alert" className="rounded bg-bad-soft px-3 py-2">
              <p className="text-13 font-medium text-bad">Not done</p>
              <ActionErrorText error={settled.error} />
              <InsteadOf action={settled} />
            </div>
          )}
          {sender.isError && (
            <p role="alert" className="rounded bg-attention-soft px-3 py-2 text-13 wrap-anywhere">
              {errorWords(sender.error).message}
              {sender.changedMeanwhile && ' What you see below is read anew: look at it and send again.'}
            </p>
          )}
          {look.suffices && look.preview.isError ? (
            <p role="alert" className="text-13 text-bad">
              {errorWords(look.preview.error).message}
            </p>
          ) : shownPreview && look.suffices ? (
            <PreviewPanel
              operation={operation}
              connectionId={connectionId}
              preview={shownPreview}
              agreements={agreements}
              agreed={agreed}
              onAgree={agree}
              current={look.current !== undefined}
              sending={sender.isPending}
              onSend={send}
              onLookAgain={() => void look.preview.refetch()}
              updating={updating}
              onUpdate={update}
              onAddAnother={hasOwnId(operation, values) ? () => update(null) : undefined}
            />
          ) : look.suffices ? (
            <SkeletonText lines={5} label="Reading what Enerflo has today" />
          ) : (
            <p className="text-13 text-ink-2">
              {open
                ? `Nothing is chosen yet for what stands in “${open.words.label}”. Choose one from its list, or empty it.`
                : 'As soon as the fields say enough, the exact request stands here, beside what Enerflo has today. Nothing is sent before you say so.'}
            </p>
          )}
        </section>
      </div>
    </FormProvider>
  );
}
