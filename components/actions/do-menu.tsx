'use client';

import { SquarePen } from 'lucide-react';
import Link from 'next/link';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '#components/ui/menu.tsx';
import { changeOrdersInShort } from '#lib/operations/no-change-orders.ts';
import { offersFor } from './offers.ts';

/** Where one would look for a way to make a change order. */
const ofChangeOrders = new Set(['enerflo.install', 'enerflo.deal', 'enerflo.change-order']);

interface DoMenuProps {
  /** Kinds of the records that it is opened from: `enerflo.install`. */
  kinds: readonly string[];
  /** Kinds of what is told by its id alone. */
  named?: readonly string[];
  /** What the forms are opened from: `event=…`, `case=…` or `record=…`. */
  from: { event: string } | { case: string } | { record: string };
  /** Over the offers, where something must be known first. */
  note?: string;
}

/** "Do in Enerflo" at an event, a record or a case: what fits it, each as a form that is filled in already. */
export function DoMenu({ kinds, named = [], from, note }: DoMenuProps) {
  const mayAct = useMay('operator');
  const offers = offersFor(kinds, named);
  if (!mayAct || offers.length === 0) return null;
  return (
    <Menu
      trigger={
        <Button size="small">
          <SquarePen aria-hidden="true" />
          Do in Enerflo
        </Button>
      }
    >
      {note && (
        <MenuLabel>
          <span className="block max-w-72 whitespace-normal">{note}</span>
        </MenuLabel>
      )}
      {offers.map(({ operation, label }) => (
        <MenuItem key={operation} asChild>
          <Link href={{ pathname: `/enerflo/${operation}`, query: from }} prefetch={false}>
            {label}
          </Link>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/enerflo" prefetch={false}>
          Something else
        </Link>
      </MenuItem>
      {[...kinds, ...named].some((kind) => ofChangeOrders.has(kind)) && (
        <>
          <MenuSeparator />
          <MenuLabel>
            <span className="block max-w-72 whitespace-normal">{changeOrdersInShort}</span>
          </MenuLabel>
        </>
      )}
    </Menu>
  );
}
