'use client';

import type { Ref } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useClock } from '#components/ui/clock.tsx';
import { Input } from '#components/ui/input.tsx';

interface DateInputProps {
  ref?: Ref<HTMLInputElement>;
  name: string;
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** A day, in the browser's own field, with today at hand. What was filled in otherwise stays as it is, to be put right. */
export function DateInput({ ref, name, value, onChange, onBlur }: DateInputProps) {
  const { timeZone } = useClock();
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
        onClick={() => {
          onChange(dayIn(timeZone));
          onBlur();
        }}
      >
        Today
      </Button>
    </span>
  );
}

/** Today in a time zone, as YYYY-MM-DD (the form of Swedish dates). */
function dayIn(timeZone: string): string {
  return new Date().toLocaleDateString('sv', { timeZone });
}
