'use client';

import { Button } from '#components/ui/button.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import type { Preview } from '#lib/actions/action.schema.ts';
import { notLookedCode } from '#lib/actions/not-looked.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { ActionErrorText } from './action-error.tsx';
import { type Agreement, updateAgreement } from './agreements.ts';
import { BesideTable } from './beside-table.tsx';
import { LookalikesBox, UpdatesBox } from './lookalikes-box.tsx';
import { sendWords } from './operation-words.ts';
import { RequestView } from './request-view.tsx';
import { othersAlike, takesOwnId, type Updating, updatedBy } from './updating.ts';
import { WarningBox } from './warning-box.tsx';
import { whyNotSent } from './why-not-sent.ts';

interface PreviewPanelProps {
  operation: Operation;
  /** The account that it would be sent to. */
  connectionId: string;
  preview: Preview;
  agreements: readonly Agreement[];
  agreed: ReadonlySet<string>;
  onAgree: (agreement: Agreement, agreed: boolean) => void;
  /** Whether it is that of what stands in the fields now. */
  current: boolean;
  sending: boolean;
  onSend: () => void;
  /** Asks Enerflo anew, where it could not be asked. */
  onLookAgain: () => void;
  /** What the person chose to update, in the place of adding another. */
  updating: Updating | null;
  onUpdate: (one: Updating) => void;
  /** Takes that back; absent where no id of ours stands in the form. */
  onAddAnother?: () => void;
}

/** What would be sent, beside what Enerflo has today, what else happens, and the button that sends it. */
export function PreviewPanel(props: PreviewPanelProps) {
  const {
    operation,
    connectionId,
    preview,
    agreements,
    agreed,
    onAgree,
    current,
    sending,
    onSend,
    onLookAgain,
    updating,
    onUpdate,
    onAddAnother,
  } = props;
  const updated = updatedBy(preview, updating);
  const others = othersAlike(preview);
  const open = agreements.filter(({ key }) => !agreed.has(key));
  const asked = (agreement: Agreement | undefined) =>
    agreement && {
      label: agreement.label,
      agreed: agreed.has(agreement.key),
      onChange: (yes: boolean) => onAgree(agreement, yes),
    };
  const agreementFor = (code: string, text: string) =>
    asked(
      agreements.find(({ code: each, key }) => each === code && key.startsWith(code) && key.endsWith(text)),
    );
  const why = whyNotSent(preview, open.length, current);
  return (
    <div className="flex flex-col gap-4" aria-busy={!current}>
      {preview.about && (
        <p className="text-13 wrap-anywhere">
          <span className="text-ink-3">About </span>
          <TextLine className="font-medium" text={preview.about} />
        </p>
      )}
      {preview.failure && (
        <div className="flex flex-col gap-1 rounded bg-bad-soft px-3 py-2">
          <StatusMark tone="bad" shape="square" className="text-13 font-medium">
            Today's values could not be read
          </StatusMark>
          <ActionErrorText error={preview.failure} />
        </div>
      )}
      {preview.beside.length > 0 && (
        <BesideTable rows={preview.beside} made={preview.beside.every(({ told }) => !told)} />
      )}
      {preview.nothingChanges && (
        <p className="text-13 font-medium">Nothing would change: Enerflo has all of this already.</p>
      )}
      {preview.sideEffects.map((effect) => (
        <WarningBox
          key={effect.code}
          title={effect.text}
          agreement={effect.agree ? agreementFor(effect.code, effect.text) : undefined}
        >
          {effect.code === notLookedCode && (
            <Button size="small" className="self-start" onClick={onLookAgain}>
              Ask Enerflo again
            </Button>
          )}
        </WarningBox>
      ))}
      {updated && (
        <UpdatesBox
          about={updated.about}
          agreement={asked(agreements.find(({ key }) => key === updateAgreement(updated).key))}
          onAddAnother={onAddAnother}
        />
      )}
      {others.length > 0 && (
        <LookalikesBox
          lookalikes={others}
          connectionId={connectionId}
          agreement={agreementFor('lookalikes', '')}
          besides={updated !== null}
          onUpdate={updated === null && takesOwnId(operation) ? onUpdate : undefined}
        />
      )}
      {preview.request && <RequestView request={preview.request} />}
      {!preview.nothingChanges && !preview.failure && (
        <p className="text-13 text-ink-2">
          {updated ? updateUndoWords(preview) : undoWords(operation, preview.undo)}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          variant="primary"
          busy={sending}
          aria-disabled={why !== null || undefined}
          aria-describedby="why-not-sent"
          onClick={() => why === null && onSend()}
        >
          {sendWords(operation, preview.input, updated !== null)}
        </Button>
        <span id="why-not-sent" className="text-12 text-ink-3">
          {why ?? (
            <span className="pointer-coarse:hidden">
              or press <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
            </span>
          )}
        </span>
      </div>
    </div>
  );
}

function updateUndoWords({ beside }: Preview): string {
  const words = 'It cannot be taken back from here: what the lead is now would have to be typed again.';
  return beside.some(({ told }) => told)
    ? `${words} What Enerflo tells of it is kept with the action.`
    : words;
}

function undoWords({ undo, noUndo }: Operation, promised: string | null): string {
  if (promised) return `It can be taken back: ${lowerFirst(promised)}.`;
  if (noUndo) return noUndo;
  return undo
    ? 'It cannot be taken back from here: what Enerflo has today is not told, or could not be set again.'
    : 'It cannot be taken back from here.';
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}
