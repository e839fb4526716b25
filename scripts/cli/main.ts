import { AppError } from '#lib/errors.ts';
import { commands } from './commands/registry.ts';

const overview = `Heliograph from the command line.

  npm run cli -- COMMAND [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

Every command explains itself: npm run cli -- send --help
`;

const [name, ...args] = process.argv.slice(2);
const command = commands.find((one) => one.name === name);
const wantsHelp = args.includes('--help') || args.includes('-h');
if (!command) {
  const asked = name === undefined || name === '--help' || name === '-h' || name === 'help';
  if (asked) console.log(overview);
  else console.error(`There is no command named ${name}.\n\n${overview}`);
  process.exitCode = asked ? 0 : 2;
} else if (wantsHelp) {
  console.log(command.help);
} else {
  try {
    process.exitCode = await command.run(args);
  } catch (error) {
    const expected = error instanceof AppError || isWrongOption(error);
    if (!expected) throw error;
    console.error(`${error.message}\n\nnpm run cli -- ${command.name} --help tells more.`);
    process.exitCode = 2;
  }
}

/** `parseArgs` throws a TypeError with a code and a readable message for an option it does not know. */
function isWrongOption(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
