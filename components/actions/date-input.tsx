'use client';

import type { Ref } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';
import { dayIn } from './day-in.ts';
import { useAccountZone } from './use-account-zone.ts';

interface DateInputProps {
  ref?: Ref<HTMLInputElement>;
  /** The account in whose time zone it is a day. */
  connectionId: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A day, in the browser's own field, with the company's today at hand. What was filled in otherwise stays as it is, to
 * be put right.
 */
export function DateInput({ ref, connectionId, name, value, onChange, onBlur }: DateInputProps) {
  const timeZone = useAccountZone(connectionId);
  return (
    <span className="flex items-center gap-2">
      <Input
        ref={ref}
        name={name}
        type={value === '' || day.test(value) ? 'date' : 'text'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
      <Button
        size="small"
        title={`Today in ${timeZone}`}
        onClick={() => {
          onChange(dayIn(timeZone, new Date()));
          onBlur();
        }}
      >
        Today
      </Button>
    </span>
  );
}
