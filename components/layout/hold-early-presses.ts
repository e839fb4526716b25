/** Told to the window once the page works. */
export const PAGE_WORKS = 'heliograph:works';

/**
 * Runs in the page before anything else, as text: it knows nothing but its parameter. A button that is pressed before
 * the page works would do nothing, a form would be sent the browser's own way and come back empty, and what is typed into
 * a search would be emptied: the last press and what was typed are held, and come once the page works.
 */
export function holdEarlyPresses(pageWorks: string): void {
  const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'pointercancel', 'click'] as const;
  /** Milliseconds after which a page that still does not work is left to the browser. */
  const patience = 15_000;
  const typed = new Map<HTMLInputElement | HTMLTextAreaElement, string>();
  let held: { button: HTMLElement; clicked: boolean } | null = null;

  function hold(event: MouseEvent) {
    const button = event.target instanceof Element && event.target.closest('button');
    // Who presses elsewhere, scrolls or takes another button of the mouse does not mean it any more.
    if (event.type === 'pointerdown' || event.type === 'pointercancel') held = null;
    if (!button || event.button > 0) return;
    event.stopPropagation();
    if (event.type === 'click') event.preventDefault();
    if (event.type === 'pointerdown' || event.type === 'click')
      held = { button, clicked: event.type === 'click' };
  }
  function keep({ target }: Event) {
    const isText = target instanceof HTMLInputElement && !/^(checkbox|radio|file)$/.test(target.type);
    if (isText || target instanceof HTMLTextAreaElement) typed.set(target, target.value);
  }
  function stop() {
    for (const kind of kinds) window.removeEventListener(kind, hold, true);
    window.removeEventListener('input', keep, true);
    window.removeEventListener(pageWorks, release);
  }
  function release() {
    stop();
    for (const [field, text] of typed) {
      if (!field.isConnected) continue;
      // React hears of a value that is another than the last it knows, and was set past its own setter.
      field.value = '';
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    window.setTimeout(press);
  }
  function press() {
    if (!held?.button.isConnected) return;
    const how = { bubbles: true, cancelable: true, button: 0, isPrimary: true, pointerType: 'mouse' };
    // Menus open when they are pressed, everything else when it is let go.
    held.button.dispatchEvent(new PointerEvent('pointerdown', how));
    if (held.clicked) held.button.click();
  }
  for (const kind of kinds) window.addEventListener(kind, hold, true);
  window.addEventListener('input', keep, true);
  window.addEventListener(pageWorks, release);
  window.setTimeout(stop, patience);
}
