'use client';

import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { usePortalContainer } from './portal-container.tsx';

interface MenuProps {
  /** One Button or IconButton. */
  trigger: ReactNode;
  align?: 'start' | 'end';
  children: ReactNode;
}

/** A menu under its button. Not modal: no style tag for scroll locking, and one click elsewhere both closes and acts. */
export function Menu({ trigger, align = 'start', children }: MenuProps) {
  const container = usePortalContainer();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto rounded border bg-surface-raised p-1 text-13 text-ink shadow-raised"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const item =
  'flex h-8 items-center gap-2 rounded px-2 outline-none select-none pointer-coarse:h-10 [&_svg]:size-4 [&_svg]:shrink-0 ' +
  'data-disabled:text-ink-3 data-disabled:opacity-70 data-highlighted:bg-surface-hover';

interface MenuItemProps {
  onSelect?: () => void;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  /** With `asChild` the one child (a Link) becomes the item. */
  asChild?: boolean;
  children: ReactNode;
}

export function MenuItem({
  onSelect,
  icon,
  danger = false,
  disabled,
  asChild = false,
  children,
}: MenuItemProps) {
  return (
    <DropdownMenu.Item
      asChild={asChild}
      disabled={disabled}
      onSelect={onSelect}
      className={clsx(item, danger && 'text-bad')}
    >
      {asChild ? (
        children
      ) : (
        <>
          {icon}
          {children}
        </>
      )}
    </DropdownMenu.Item>
  );
}

interface MenuCheckItemProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  children: ReactNode;
}

/** A choice that stays open, so that several can be made. */
export function MenuCheckItem({ checked, onCheckedChange, children }: MenuCheckItemProps) {
  return (
    <DropdownMenu.CheckboxItem
      checked={checked}
      onCheckedChange={onCheckedChange}
      onSelect={(event) => event.preventDefault()}
      className={item}
    >
      <Check aria-hidden="true" className={checked ? '' : 'invisible'} />
      {children}
    </DropdownMenu.CheckboxItem>
  );
}

interface MenuRadioGroupProps {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
}

/** One of several, under a small heading. */
export function MenuRadioGroup({ label, value, onValueChange, options }: MenuRadioGroupProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onValueChange}>
      <MenuLabel>{label}</MenuLabel>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className={item}>
          <Check aria-hidden="true" className={option.value === value ? '' : 'invisible'} />
          {option.label}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-12 text-ink-3">{children}</DropdownMenu.Label>;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="-mx-1 my-1 border-t" />;
}
