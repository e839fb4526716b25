import { useRef, useState } from 'react';
import { unchosen, unchosenText } from './unchosen.ts';

interface TypedChoice {
  value: string;
  /** Another choice, or '' for none. */
  onChange: (value: string) => void;
  /** What is typed and not chosen yet, or what stood there before it. */
  onType: (value: string) => void;
  onTyping?: (typing: boolean) => void;
  onBlur: () => void;
}

/**
 * What a person types in a field that is chosen by name: from the first letter on it is the field's value, as a text for
 * which nothing is chosen, until a choice is made or it is taken back. `leaving`: the field was left, and what is meant
 * is still to be found out.
 */
export function useTypedChoice({ value, onChange, onType, onTyping, onBlur }: TypedChoice) {
  // What stood in the field before the first letter.
  const before = useRef<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const text = unchosenText(value);

  function end() {
    before.current = null;
    setLeaving(false);
    onTyping?.(false);
  }
  return {
    /** The text for which nothing is chosen; null where there is none. */
    text,
    leaving,
    type: (next: string) => {
      before.current ??= value;
      setLeaving(false);
      onTyping?.(true);
      if (next !== '') onType(unchosen(next));
      else if (unchosenText(before.current) === null) onType(before.current);
      else onChange('');
    },
    choose: (chosen: string) => {
      end();
      onChange(chosen);
    },
    takeBack: () => {
      if (before.current !== null) onType(before.current);
      end();
    },
    /** The person is elsewhere: what is meant is found out now, if anything was typed. */
    leave: () => {
      if (text?.trim()) return setLeaving(true);
      if (text !== null) onChange('');
      end();
      onBlur();
    },
    comeBack: () => setLeaving(false),
    /** `meant`: the value of what was meant; null keeps the text. */
    settle: (meant: string | null) => {
      end();
      if (meant !== null) onChange(meant);
      onBlur();
    },
  };
}
