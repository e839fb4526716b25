import { Button } from '#components/ui/button.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Preview } from '#lib/actions/action.schema.ts';
import type { Updating } from './updating.ts';
import { WarningBox } from './warning-box.tsx';

type Agreeing = Parameters<typeof WarningBox>[0]['agreement'];

interface LookalikesBoxProps {
  lookalikes: Preview['lookalikes'];
  connectionId: string;
  agreement: Agreeing;
  /** Whether another than these is there already and updated. */
  besides: boolean;
  /** Updates one of them, in the place of adding another; absent where this form cannot. */
  onUpdate?: (one: Updating) => void;
}

/** What is in Enerflo already and looks like what would be added, with the ways to change it instead. */
export function LookalikesBox({
  lookalikes,
  connectionId,
  agreement,
  besides,
  onUpdate,
}: LookalikesBoxProps) {
  return (
    <WarningBox title={titleOf(lookalikes.length, besides)} agreement={agreement}>
      <ul className="flex flex-col gap-2">
        {lookalikes.map(({ kind, id, about, alike, link, integrationRecordId }) => (
          <li key={`${kind} ${id}`} className="flex flex-col gap-1 wrap-anywhere">
            <span>
              <TextLine text={about} />: same {alike.join(', ')}
            </span>
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {onUpdate && integrationRecordId !== null && (
                <Button size="small" onClick={() => onUpdate({ kind, id, about, integrationRecordId })}>
                  Update this lead instead
                </Button>
              )}
              {kind === 'enerflo.customer' && (
                <TextLink
                  href={{
                    pathname: '/enerflo/enerflo.customer.update',
                    query: { account: connectionId, customer_id: id },
                  }}
                >
                  Change this customer instead
                </TextLink>
              )}
              {link && (
                <a
                  href={link}
                  target="_blank"
                  rel="noreferrer"
                  className="rounded-sm text-accent underline underline-offset-3"
                >
                  Look at it in Enerflo
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </WarningBox>
  );
}

function titleOf(count: number, besides: boolean): string {
  if (besides) return count === 1 ? 'Another looks like this too' : `${count} others look like this too`;
  return count === 1
    ? 'This looks like one that is there already'
    : `This looks like ${count} that are there already`;
}

interface UpdatesBoxProps {
  about: string;
  agreement: Agreeing;
  /** Adds another one after all; absent where the id follows from what is typed. */
  onAddAnother?: () => void;
}

/** Says that what stands in Enerflo already is updated, and that none is added. */
export function UpdatesBox({ about, agreement, onAddAnother }: UpdatesBoxProps) {
  return (
    <WarningBox title="This updates the lead that is there already" agreement={agreement}>
      <p className="wrap-anywhere">
        <TextLine text={about} />: Enerflo has it under the same id of ours, so it takes the values shown
        here, and no second lead is added.
      </p>
      {onAddAnother && (
        <Button size="small" className="self-start" onClick={onAddAnother}>
          Add another lead instead
        </Button>
      )}
    </WarningBox>
  );
}
