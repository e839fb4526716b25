/** What of actions waits for a person, as words; empty where nothing does. */
export function actionsWaitingWords({ actions, bulks }: { actions: number; bulks: number }): string {
  return [actions > 0 ? inDoubtWords(actions) : '', bulks > 0 ? stoppedWords(bulks) : '']
    .filter(Boolean)
    .join(', ');
}

/** `2 actions may have arrived: check`. */
export function inDoubtWords(actions: number): string {
  return `${actions.toLocaleString('en')} ${actions === 1 ? 'action' : 'actions'} may have arrived: check`;
}

/** `1 bulk run stopped by itself`. */
export function stoppedWords(bulks: number): string {
  if (bulks === 1) return '1 bulk run stopped by itself';
  return `${bulks.toLocaleString('en')} bulk runs stopped by themselves`;
}
