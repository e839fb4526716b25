'use client';

import { useCallback, useMemo, useState } from 'react';

export interface RowSelection {
  ids: ReadonlySet<string>;
  onChange: (ids: ReadonlySet<string>) => void;
  /** The most that can be chosen by hand; without it there is no end. */
  most?: number;
}

/** The chosen rows of a table, kept while the page is open; `selection` goes to `DataTable`. */
export function useRowSelection(): { selection: RowSelection; clear: () => void } {
  const [ids, onChange] = useState<ReadonlySet<string>>(() => new Set());
  const selection = useMemo(() => ({ ids, onChange }), [ids]);
  const clear = useCallback(() => onChange(new Set()), []);
  return { selection, clear };
}
