import { parseArgs } from 'node:util';
import { benches } from './registry.ts';

const usage = `Measures how fast Heliograph is, beside a reference where there is one.

  npm run bench                      all of them
  npm run bench -- ingest --quick    one, in a short and rougher run
  npm run bench -- --json            the last line is JSON: [{"bench","aims":[…]}]

It ends with 1 where something did not work, or where a promise was broken that depends on the product alone (rows that
moved, too much JavaScript). Figures that the machine has a part in are told as met or missed.

${benches.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    explain: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
if (values.help) {
  console.log(usage);
} else if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(', ')}.\n\n${usage}`);
  process.exitCode = 2;
} else {
  const results = [];
  const broken: string[] = [];
  for (const { name, summary, run } of benches) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`${name}: ${summary}`);
    const aims = await run({ quick: values.quick ?? false, explain: values.explain });
    for (const aim of aims) {
      console.log(`  ${aim.met ? 'met   ' : 'MISSED'} ${aim.name}: ${aim.value} (aim ${aim.aim})`);
      if (aim.promise && !aim.met)
        broken.push(`${name}: ${aim.name} is ${aim.value} instead of ${aim.aim} at most`);
    }
    results.push({ bench: name, aims: aims.map(({ promise: _promise, ...aim }) => aim) });
  }
  if (broken.length > 0) {
    console.error(`A promise is broken:\n  ${broken.join('\n  ')}`);
    process.exitCode = 1;
  }
  if (values.json) console.log(JSON.stringify(results));
}
