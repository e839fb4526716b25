import type { ActionContext } from '#lib/actions/action-context.ts';
import { AppError } from '#lib/errors.ts';
import { noChangeOrders } from '#lib/operations/no-change-orders.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationNamed, operations } from '#lib/operations/registry.ts';
import type { Command } from '../command.ts';
import { type DoOptions, readFields } from '../do/read-fields.ts';

/** Does something in Enerflo. */
export const doCommand: Command = {
  name: 'do',
  summary: 'do something in Enerflo, after showing what would be sent',
  help: `Does one thing in Enerflo, as “Do in Enerflo” in the console does: shows the exact request and today's values
beside the new ones, and sends nothing without --yes.

  npm run cli -- do OPERATION --account ACCOUNT --FIELD VALUE … [--yes]

  OPERATION         a name from “npm run cli -- operations”; with that name, “operations” tells its fields
  --account ACCOUNT its name, its id, or the last eight characters of its id
  --FIELD VALUE     a field of the operation, such as --install-id 67890; what has an id may be given by name
  --blank FIELD     set this field to blank, where Enerflo takes that; may be given several times
  --agree CODE      agree to what the preview notes with a [code], or to “lookalikes”; may be given several times
  --author NAME     who is named in notes and in the list of actions (default: cli)
  --zone ZONE       in which times are read, such as America/Phoenix, where the account has no time zone of its own
  --yes             send it

What only reads is read at once: the data goes to standard output as JSON, the rest beside it. The exit code is 0 only
if it was done (or shown); 1 where Enerflo did not take what was sent, or may not have got it; 2 where nothing was
sent or a reading failed, with the reason.
It needs DATABASE_URL and SECRET_KEY, or the running Heliograph whose data lies in DATA_DIR (.data). What it does stands
under Actions like everything that people do.

  npm run cli -- do enerflo.authcheck --account Enerflo
  npm run cli -- do enerflo.milestone.list --account Enerflo --install-id 67890 | jq .
  npm run cli -- do enerflo.milestone.update --account Enerflo --install-id 67890 --milestone-id 3 \\
      --completed-date 8/15/2024 --agree emails-homeowner --yes
  npm run cli -- do enerflo.install.update-status --account Enerflo --install-id 67890 --status-id "On Hold"
  npm run cli -- do enerflo.note.add --account Enerflo --install-id 67890 --author "Jane Smith" \\
      --body "Roof access is confirmed" --yes

${noChangeOrders}
`,
  run: async ([name, ...args]) => {
    const operation = wanted(name);
    const options = readFields(operation, args);
    // Loaded here, so that the other commands start without a database client.
    const { openForActions } = await import('../do/open-for-actions.ts');
    const { close, ...context } = await openForActions(options.author);
    try {
      const { findAccount } = await import('../connection/find-account.ts');
      const { id: connectionId } = await findAccount(context.db, options.account);
      const { findByName } = await import('../do/find-by-name.ts');
      const input = await findByName(context, connectionId, operation, options.input);
      const asked = { connectionId, operation: operation.name, input, timeZone: options.zone };
      return await (operation.kind === 'read' ? read(context, asked) : write(context, asked, options));
    } finally {
      await close();
    }
  },
};

type Asked = Parameters<typeof import('#lib/actions/preview-action.ts')['previewAction']>[1];

async function read(context: ActionContext, asked: Asked): Promise<number> {
  const { readOperation } = await import('#lib/actions/read-operation.ts');
  const { words, data } = await readOperation(context, asked);
  console.error(words);
  console.log(JSON.stringify(data, null, 2));
  return 0;
}

async function write(context: ActionContext, asked: Asked, { yes, agreed }: DoOptions): Promise<number> {
  const { previewAction } = await import('#lib/actions/preview-action.ts');
  const { previewLines, toAgree } = await import('../do/preview-lines.ts');
  const preview = await previewAction(context, asked);
  if (preview.problems.length > 0)
    throw new AppError(
      'INVALID',
      preview.problems.map(({ field, message }) => `${field}: ${message}`).join('\n'),
    );
  console.log(previewLines(preview).join('\n'));
  const missing = toAgree(preview).filter((code) => !agreed.includes(code));
  if (!yes) {
    const agree = missing.map((code) => ` --agree ${code}`).join('');
    console.error(`\nNothing was sent. To send it, add --yes${agree}`);
    return 0;
  }
  if (missing.length > 0)
    throw new AppError(
      'INVALID',
      `Nothing was sent. Agree first: ${missing.map((code) => `--agree ${code}`).join(' ')}`,
    );
  const [{ runAction }, { uuidv7 }] = await Promise.all([
    import('#lib/actions/run-action.ts'),
    import('uuidv7'),
  ]);
  const action = await runAction(context, { ...asked, idempotencyKey: uuidv7(), seen: preview.seen, agreed });
  const { state, words, error, link, id } = action;
  const said = error ? [error.text, error.said && `It said: ${error.said}`, error.whatToDo] : [words, link];
  console.log(`\n${said.filter(Boolean).join(' ')}`);
  console.error(`Action ${id}`);
  return state === 'done' ? 0 : 1;
}

function wanted(name: string | undefined): Operation {
  const operation = name === undefined ? undefined : operationNamed(name);
  if (operation) return operation;
  if (name === undefined || name.startsWith('-'))
    throw new AppError('INVALID', 'Say what to do; “npm run cli -- operations” lists what there is.');
  const near = operations.map((one) => one.name).filter((one) => one.includes(name) || name.includes(one));
  if (/change-?order/.test(name)) throw new AppError('NOT_FOUND', noChangeOrders);
  const hint =
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '“npm run cli -- operations” lists them.';
  throw new AppError('NOT_FOUND', `There is no operation ${name}. ${hint}`);
}
