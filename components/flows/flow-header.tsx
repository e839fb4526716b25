'use client';

import { useMay } from '#components/console/role-context.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Tooltip } from '#components/ui/tooltip.tsx';
import type { FlowDetail } from '#lib/flows/flow.schema.ts';
import { FlowSwitch } from './flow-switch.tsx';

interface FlowHeaderProps {
  /** As it is published; null while it is new. */
  flow: FlowDetail | null;
  formId: string;
  /** Something was typed that is not published. */
  dirty: boolean;
  saving: boolean;
  onDiscard: () => void;
}

/** The head of a flow's form; it stays in view, so that publishing is always at hand. */
export function FlowHeader({ flow, formId, dirty, saving, onDiscard }: FlowHeaderProps) {
  const mayEdit = useMay('editor');
  const action = flow ? `Publish version ${flow.version + 1}` : 'Create flow';
  return (
    <div className="sticky top-0 z-10 border-b bg-surface">
      <PageHeader
        back={<TextLink href="/flows">Flows</TextLink>}
        title={flow?.name ?? 'New flow'}
        mark={flow && <FlowSwitch flow={flow} />}
        description={
          <>
            {flow ? (
              <span className="flex flex-wrap items-center gap-x-2">
                Version {flow.version}, published <RelativeTime iso={flow.publishedAt} focusable />
                {flow.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
                <TextLink href={`/deliveries?flow=${flow.id}`}>Its deliveries</TextLink>
              </span>
            ) : (
              'When these events arrive, send these fields there.'
            )}
            {!mayEdit && <p>Your role lets you look at flows. An editor or admin can change them.</p>}
          </>
        }
        actions={
          mayEdit && (
            <>
              {dirty && <Button onClick={onDiscard}>Discard changes</Button>}
              <Tooltip
                content={dirty || !flow ? action : 'Nothing was changed'}
                shortcut="Ctrl Enter"
                side="bottom"
              >
                <Button
                  type="submit"
                  form={formId}
                  variant="primary"
                  busy={saving}
                  disabled={!dirty && flow !== null}
                >
                  {action}
                </Button>
              </Tooltip>
            </>
          )
        }
      />
    </div>
  );
}
