import type { SentCounts } from '../webhooks/sender.ts';
import type { SunnovaState } from './sunnova-state.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
const row = (cells: readonly (string | number)[]) =>
  `<tr>${cells.map((cell) => `<td>${escaped(String(cell))}</td>`).join('')}</tr>`;
const table = (heads: readonly string[], rows: readonly string[]) =>
  `<table><thead><tr>${heads.map((head) => `<th>${head}`).join('')}<tbody>${rows.join('\n')}</table>`;

/** A page for a person to look at: the newest leads and projects, every open case, and what was sent. Reloads itself. */
export function page(state: SunnovaState, sent: Record<string, SentCounts>): string {
  const homeowner = (projectId: string) => {
    const lead = state.leads.get(state.projects.get(projectId)?.leadId ?? '');
    return lead ? `${lead.firstName} ${lead.lastName}` : '';
  };
  const leads = [...state.leads.values()]
    .slice(-25)
    .toReversed()
    .map((lead) => row([`${lead.firstName} ${lead.lastName}`, lead.city, lead.status, lead.id]));
  const projects = [...state.projects.values()]
    .slice(-25)
    .toReversed()
    .map((one) => row([homeowner(one.id), one.sunnovaId, one.stage, one.status, one.id]));
  const cases = state.cases
    .filter(({ status }) => status !== 'Closed' && status !== 'Saved')
    .toReversed()
    .map((one) => row([homeowner(one.projectId), one.status, one.reason, one.projectId]));
  const counts = Object.entries(sent).map(([type, one]) =>
    row([type, one.sent, one.answered, one.refused, one.failed]),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="3">
<title>Stand-in Sunnova</title>
<style>
  body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem; color: #222; background: #fff; }
  table { border-collapse: collapse; margin-bottom: 1.5rem; }
  th, td { text-align: left; vertical-align: top; padding: .3rem .8rem; border-top: 1px solid #ddd; }
</style>
<h1>Stand-in Sunnova</h1>
<p>${state.leads.size} leads, ${state.projects.size} projects, ${state.cases.length} cancellation cases.</p>
<h2>Open cancellation cases</h2>${table(['Homeowner', 'Status', 'Reason', 'System project'], cases)}
<h2>Newest projects</h2>${table(['Homeowner', 'Sunnova id', 'Stage', 'Status', 'System project'], projects)}
<h2>Newest leads</h2>${table(['Homeowner', 'City', 'Status', 'Lead'], leads)}
<h2>Webhooks</h2>${table(['Webhook', 'Sent', 'Answered', 'Refused', 'Given up'], counts)}
</html>
`;
}
