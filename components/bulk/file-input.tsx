'use client';

import { clsx } from 'clsx';
import { FileUp } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import { byteSizeWords } from '#components/refusals/byte-size.ts';

interface FileInputProps {
  file: File | null;
  onChange: (file: File | null) => void;
  /** What is wrong with it, and what to do. */
  error?: string;
}

/** A CSV file, chosen or dropped. */
export function FileInput({ file, onChange, error }: FileInputProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    onChange(event.dataTransfer.files[0] ?? null);
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-13 font-medium">
        CSV file
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the input inside does the same by keyboard */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={clsx(
          'relative flex min-h-24 flex-col items-center justify-center gap-1 rounded border border-dashed px-4 py-4 text-center text-13',
          'has-focus-visible:outline-2 has-focus-visible:outline-accent',
          over ? 'border-accent bg-surface-hover' : 'border-line-strong',
        )}
      >
        <FileUp aria-hidden="true" className="size-5 text-ink-3" />
        {file ? (
          <span className="font-medium wrap-anywhere">
            {file.name} <span className="font-normal text-ink-3">({byteSizeWords(file.size)})</span>
          </span>
        ) : (
          <span>Choose a file, or drop it here</span>
        )}
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-describedby={`${id}-help ${id}-error`}
          aria-invalid={error !== undefined}
          onChange={(event) => onChange(event.target.files?.[0] ?? null)}
          className="absolute inset-0 cursor-pointer opacity-0"
        />
      </div>
      <p id={`${id}-error`} role="alert" className={error ? 'text-13 text-bad' : 'sr-only'}>
        {error}
      </p>
      <p id={`${id}-help`} className="text-12 text-ink-3">
        With a line of column names, then a line for each row: up to 10,000 rows and 10 MB. From Excel or
        Google Sheets, save it as CSV.
      </p>
    </div>
  );
}
