import { parseArgs } from 'node:util';
import { AppError } from '#lib/errors.ts';
import { noChangeOrders } from '#lib/operations/no-change-orders.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { operationNamed, operations } from '#lib/operations/registry.ts';
import type { Command } from '../command.ts';
import { optionOf } from '../do/option-of.ts';

/** Lists what can be done in Enerflo, and what each of it needs. */
export const operationsCommand: Command = {
  name: 'operations',
  summary: 'list what can be done in Enerflo',
  help: `Lists what can be done in Enerflo, and what each of it needs. “do” does it.

  npm run cli -- operations                    all of them: name, whether it changes anything, guide step
  npm run cli -- operations note               those with “note” in their name or label
  npm run cli -- operations enerflo.note.add   one of them whole: its fields as options of “do”

${noChangeOrders}
`,
  run: async (args) => {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const [wanted = '', ...more] = positionals;
    if (more.length > 0)
      throw new AppError('INVALID', `“${more[0]}” is one word too many: give one name, or a part of it.`);
    return operationNamed(wanted) ? tell(wanted) : list(wanted.toLowerCase());
  },
};

function list(wanted: string): number {
  const found = operations.filter(({ name, label }) => `${name} ${label}`.toLowerCase().includes(wanted));
  const width = Math.max(0, ...found.map(({ name }) => name.length));
  for (const { name, kind, guideStep, label } of found) {
    const does = kind === 'write' ? 'changes' : 'reads';
    console.log(`${name.padEnd(width)}  ${does.padEnd(7)}  ${(guideStep ?? '').padEnd(14)}  ${label}`);
  }
  if (/change.?order/.test(wanted)) console.error(noChangeOrders);
  if (found.length === 0) console.error(`No operation has “${wanted}” in its name or label.`);
  return found.length === 0 ? 1 : 0;
}

function tell(name: string): number {
  const operation = operationNamed(name);
  if (!operation) return 1;
  const { label, words, undo, noUndo } = operation;
  console.log(`${label}: ${words}`);
  const fields = operationFields(operation);
  const width = Math.max(0, ...fields.map(({ key }) => optionOf(key).length));
  if (fields.length > 0) console.log('');
  for (const { key, required, blank, words: field } of fields) {
    const notes = [required ? 'needed' : null, blank ? 'can be set to blank' : null, field.hint].filter(
      Boolean,
    );
    console.log(`  --${optionOf(key).padEnd(width)}  ${[field.label, ...notes].join('. ')}`);
  }
  if (undo) console.log(`\nTo undo: ${undo.words}.`);
  else if (noUndo) console.log(`\n${noUndo}`);
  return 0;
}
