import type { Option } from '#components/ui/select.tsx';
import { actionWords, auditGroups } from '#lib/audit/action-groups.ts';

/** Every action for a filter: each group as a whole, then its actions. */
export const actionOptions: readonly Option[] = auditGroups.flatMap(({ name, label, actions }) => [
  { value: name, label: `${label}: all` },
  ...actions.map((action) => ({ value: action, label: `${label}: ${lowerFirst(actionWords(action))}` })),
]);

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
