import { parseArgs } from 'node:util';
import { openField } from './field.ts';
import { runRound } from './run-round.ts';
import { scenarios } from './scenarios.ts';

const usage = `Kills parts of a running Heliograph at random moments while events come in, then compares what the sender
was told, what the database holds and what the receiver got. Ends with 0 only if they match exactly.

  npm run chaos                          every scenario, three rounds each
  npm run chaos -- kill-worker           one scenario
  npm run chaos -- --rounds 10           more rounds
  npm run chaos -- --quick               one short round of each

${scenarios.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`).join('\n')}
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, quick: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
const unknown = positionals.filter((name) => !scenarios.some((scenario) => scenario.name === name));
const chosen = scenarios.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const shownMismatches = 20;

if (values.help) {
  console.log(usage);
} else if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(
    unknown.length > 0
      ? `There is no scenario named ${unknown.join(', ')}.\n`
      : '--rounds must be a whole number.\n',
  );
  console.error(usage);
  process.exitCode = 2;
} else {
  process.exitCode = (await run()) === 0 ? 0 : 1;
}

/** Runs the rounds and gives the number of mismatches. */
async function run(): Promise<number> {
  const field = await openField();
  let firstNumber = 1_000_000;
  let mismatched = 0;
  try {
    for (let round = 1; round <= rounds; round++) {
      const { results, nextNumber } = await runRound(field, chosen, {
        firstNumber,
        seconds: values.quick ? 5 : 15,
      });
      firstNumber = nextNumber;
      for (const { name, counts, mismatches } of results) {
        const listed = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
        console.log(`${name} ${round}/${rounds}: ${listed.join(', ')}: ${mismatches.length} mismatches`);
        for (const mismatch of mismatches.slice(0, shownMismatches)) console.log(`  ${mismatch}`);
        mismatched += mismatches.length;
      }
    }
  } finally {
    await field.close();
  }
  console.log(
    mismatched === 0 ? 'Everything matches.' : `${mismatched} mismatches; the logs are in .data/chaos.`,
  );
  return mismatched;
}
