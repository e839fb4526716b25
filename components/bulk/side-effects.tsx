import { Checkbox } from '#components/ui/checkbox.tsx';
import type { BulkSideEffect } from '#lib/bulk/bulk.schema.ts';
import { effectWords, rowWords } from './bulk-words.ts';

interface SideEffectsProps {
  effects: readonly BulkSideEffect[];
  /** Codes that somebody agreed to. */
  agreed: readonly string[];
  onSay: (code: string, yes: boolean) => void;
}

/** What sending causes besides, each sentence with how often; what must be agreed to is so once for all its sentences. */
export function SideEffects({ effects, agreed, onSay }: SideEffectsProps) {
  return [...Map.groupBy(effects, ({ code }) => code)].map(([code, sentences]) =>
    sentences.some(({ agree }) => agree) ? (
      <Checkbox
        key={code}
        checked={agreed.includes(code)}
        onChange={(event) => onSay(code, event.target.checked)}
        label={sentences.map((sentence) => (
          <span key={sentence.text} className="block">
            {sentence.text} <span className="block text-12 text-ink-3">{effectWords(sentence)}.</span>
          </span>
        ))}
      />
    ) : (
      sentences.map((sentence) => (
        <p key={sentence.text} className="text-13 text-ink-2">
          {sentence.text} <span className="text-ink-3">({rowWords(sentence.count)})</span>
        </p>
      ))
    ),
  );
}
