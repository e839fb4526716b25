import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';

interface WarningBoxProps {
  title: string;
  /** What to agree to, where that is asked; with whether it was. */
  agreement?: { label: string; agreed: boolean; onChange: (agreed: boolean) => void };
  children?: ReactNode;
}

/** Something that happens besides what was asked; with a box to agree where a person must. */
export function WarningBox({ title, agreement, children }: WarningBoxProps) {
  return (
    <div className="flex gap-2 rounded bg-attention-soft px-3 py-2 text-13">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-attention" />
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className="font-medium wrap-anywhere">{title}</p>
        {children}
        {agreement && (
          <Checkbox
            label={agreement.label}
            checked={agreement.agreed}
            onChange={(event) => agreement.onChange(event.target.checked)}
          />
        )}
      </div>
    </div>
  );
}
