export type ListKeyAction =
  | { do: 'move'; to: number; extend: boolean }
  | { do: 'open'; index: number }
  | { do: 'toggle'; index: number }
  | { do: 'close' };

interface ListKeyInput {
  key: string;
  shiftKey: boolean;
  /** Ctrl, Alt or Meta is down: the browser's own shortcut. */
  modified: boolean;
  /** The list itself has the focus, so that arrows and paging keys are its own. */
  inList: boolean;
}

/** How many rows Page Up and Page Down move. */
const PAGE = 15;

/**
 * What a key means for a list: j k (and arrows where the list has the focus) move, Enter opens, x toggles, Esc closes.
 * @param index the row under the cursor, -1 for none
 * @returns null where the key is not the list's
 */
export function listKeyAction(input: ListKeyInput, count: number, index: number): ListKeyAction | null {
  if (input.modified) return null;
  if (input.key === 'Escape') return { do: 'close' };
  if (count === 0) return null;
  const step = stepOf(input);
  if (step !== null) {
    const from = index < 0 && step > 0 ? -1 : Math.max(index, 0);
    const to = Math.min(Math.max(from + step, 0), count - 1);
    return { do: 'move', to, extend: input.shiftKey };
  }
  if (index < 0) return null;
  if (input.key === 'Enter') return { do: 'open', index };
  if (input.key === 'x' || (input.key === ' ' && input.inList)) return { do: 'toggle', index };
  return null;
}

function stepOf({ key, inList }: ListKeyInput): number | null {
  if (key === 'j' || key === 'J') return 1;
  if (key === 'k' || key === 'K') return -1;
  if (!inList) return null;
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return PAGE;
    case 'PageUp':
      return -PAGE;
    case 'Home':
      return Number.NEGATIVE_INFINITY;
    case 'End':
      return Number.POSITIVE_INFINITY;
    default:
      return null;
  }
}
