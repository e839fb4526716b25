import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { noChangeOrders } from '#lib/operations/no-change-orders.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { type OperationField, operationFields } from '#lib/operations/operation-fields.ts';
import { operations } from '#lib/operations/registry.ts';

const certainty: Record<Operation['evidence'], string> = {
  documented: 'Printed by Enerflo.',
  captured: 'Seen in the use of others.',
  assumed: 'Assumed: no source shows the request whole.',
};

/** docs/operations.md, from the registry of operations. */
export function operationsPage(): string {
  return [
    '# Operations',
    '',
    'Everything that a person, a program or a bulk run can do in Enerflo. Made from `lib/operations/registry.ts` by',
    '`npx node scripts/operations-page.ts`. In the console: “Do in Enerflo”. By the API: `GET /api/operations`, `POST',
    '/api/actions/preview`, `POST /api/actions`, `POST /api/operations/read`. On the command line: `npm run cli -- do --help`.',
    '',
    noChangeOrders,
    '',
    ...operations.flatMap(section),
  ].join('\n');
}

function section(operation: Operation): string[] {
  const { label, name, words, guideStep, evidence, role, kind, undo, noUndo } = operation;
  const facts = [
    `\`${name}\``,
    kind === 'write' ? 'changes Enerflo' : 'reads only',
    guideStep,
    role === 'operator' ? null : `for the role ${role}`,
  ];
  const taken = undo ? `To undo: ${lowerFirst(undo.words)}.` : noUndo;
  return [
    `## ${label}`,
    '',
    facts.filter((fact) => fact !== null).join(' · '),
    '',
    [words, certainty[evidence], taken].filter(Boolean).join(' '),
    '',
    ...fieldTable(operationFields(operation)),
  ];
}

function fieldTable(fields: readonly OperationField[]): string[] {
  if (fields.length === 0) return [];
  const rows = fields.map(({ key, required, blank, words }) => [
    `\`${key}\``,
    [words.label, required ? null : 'may be left out', blank ? 'may be set to blank' : null]
      .filter((part) => part !== null)
      .join(', '),
    meaning(words),
  ]);
  return [...table(['field', 'what', 'how'], rows), ''];
}

/** A table with columns of one width, as the formatter wants it. */
function table(head: readonly string[], rows: readonly string[][]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

function meaning({ kind, hint, picks, choices }: OperationField['words']): string {
  const how = choices
    ? choices.map(([value]) => value).join(', ')
    : picks
      ? `${picks}, chosen by name`
      : kind;
  return [how, hint].filter(Boolean).join('. ');
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync('docs/operations.md', operationsPage());
}
