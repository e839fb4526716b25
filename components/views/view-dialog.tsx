'use client';

import { useState } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import type { View } from '#lib/views/views.contract.ts';
import { errorWords } from '../api.ts';

export type ViewFields = Pick<View, 'name' | 'shared' | 'counted'>;

interface ViewDialogProps {
  /** `Save these filters as a view`, `Change the view "Failed"`. */
  title: string;
  action: string;
  initial: ViewFields;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  busy: boolean;
  /** Why the last try did not work. */
  error: unknown;
  onSave: (fields: ViewFields) => void;
}

/** The name of a view, who sees it, and whether it is counted. */
export function ViewDialog({ title, action, open, onOpenChange, busy, ...rest }: ViewDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      size="small"
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <ViewForm {...rest} />
    </Dialog>
  );
}

const formId = 'view-form';

function ViewForm({ initial, error, onSave }: Pick<ViewDialogProps, 'initial' | 'error' | 'onSave'>) {
  const mayShare = useMay('operator');
  const [fields, setFields] = useState(initial);
  const [missing, setMissing] = useState(false);
  const problem = error ? errorWords(error) : null;
  const nameProblem = missing && fields.name.trim() === '' ? 'Give the view a name' : problem?.message;
  return (
    <Form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault();
        if (fields.name.trim() === '') setMissing(true);
        else onSave({ ...fields, name: fields.name.trim() });
      }}
    >
      <Field label="Name" required error={nameProblem}>
        <Input
          data-autofocus
          maxLength={60}
          value={fields.name}
          onChange={(event) => setFields({ ...fields, name: event.target.value })}
        />
      </Field>
      <Checkbox
        label="Show its count in the menu"
        help="For what should not be forgotten"
        checked={fields.counted}
        onChange={(event) => setFields({ ...fields, counted: event.target.checked })}
      />
      {mayShare && (
        <Checkbox
          label="Share with everybody"
          help="Others see it; only you change it"
          checked={fields.shared}
          onChange={(event) => setFields({ ...fields, shared: event.target.checked })}
        />
      )}
    </Form>
  );
}
