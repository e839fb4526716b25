import { readingPartLabels } from '#lib/readings/reading-kinds.ts';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import { leftWords, numberWords, partWords } from './reading-words.ts';

/** How far a reading is, part by part, at what pace, and how long still. */
export function ReadingProgress({ reading }: { reading: ReadingItem }) {
  const { parts, pace, secondsLeft, state } = reading;
  const pacing = [
    ...(pace === null ? [] : [`${numberWords(pace)} a minute`]),
    ...(secondsLeft === null ? [] : [leftWords(secondsLeft)]),
  ];
  return (
    <div className="flex flex-col gap-2 text-13">
      <ul className="flex flex-col gap-1.5">
        {parts.map((part) => (
          <li key={part.part} className="grid grid-cols-[5rem_minmax(0,1fr)_10rem] items-center gap-x-3">
            <span className="text-ink-2">{readingPartLabels[part.part]}</span>
            <Bar part={part} />
            <span className="text-right tabular-nums">
              {part.read === 0 && !part.done ? (
                <span className="text-ink-3">not begun</span>
              ) : (
                partWords(part)
              )}
            </span>
          </li>
        ))}
      </ul>
      {state === 'running' && (
        <p className="min-h-5 text-ink-2 tabular-nums">
          {pacing.length > 0 ? pacing.join(' · ') : 'The pace shows after some seconds.'}
        </p>
      )}
    </div>
  );
}

function Bar({ part: { read, total, done } }: { part: ReadingItem['parts'][number] }) {
  const share = done ? 1 : total ? Math.min(1, read / total) : 0;
  return (
    <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-surface-sunken">
      <span
        className={`block h-full rounded-full ${done ? 'bg-good' : 'bg-accent-solid'}`}
        style={{ width: `${share * 100}%` }}
      />
    </span>
  );
}
