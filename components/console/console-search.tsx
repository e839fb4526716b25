'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { NavItem } from '#components/layout/nav-item.ts';
import { SearchButton } from '#components/layout/search-button.tsx';
import type { Theme } from '#components/layout/theme.ts';

const readCommands = () => import('./console-commands.tsx').then((file) => file.ConsoleCommands);
/** Read when it is about to be opened. */
const ConsoleCommands = dynamic(readCommands, { ssr: false });

interface ConsoleSearchProps {
  /** Where one can go. */
  pages: readonly NavItem[];
  onThemeChoose: (theme: Theme) => void;
}

/** The search of the top line, which also runs commands. */
export function ConsoleSearch({ pages, onThemeChoose }: ConsoleSearchProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <SearchButton
        onNear={() => void readCommands()}
        onOpen={() => {
          setWanted(true);
          setOpen(true);
        }}
      />
      {wanted && (
        <ConsoleCommands open={open} onOpenChange={setOpen} pages={pages} onThemeChoose={onThemeChoose} />
      )}
    </>
  );
}
