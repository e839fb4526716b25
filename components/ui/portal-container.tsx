'use client';

import { createContext, useContext } from 'react';

/**
 * Where floating parts (menus, tooltips) are put. Inside a modal dialog that is the dialog itself, because the
 * browser paints the dialog above everything else on the page. Undefined: the body.
 */
const PortalContainer = createContext<HTMLElement | null>(null);

export const PortalContainerProvider = PortalContainer.Provider;

export function usePortalContainer(): HTMLElement | undefined {
  return useContext(PortalContainer) ?? undefined;
}
