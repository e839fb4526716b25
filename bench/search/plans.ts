import { writeFileSync } from 'node:fs';
import { openDatabase } from '#lib/db/database.ts';
import { largeTables } from './large-tables.ts';
import type { Loaded } from './load.ts';
import type { Question } from './questions.ts';

/** What the database did for one question: the plan of each statement, as EXPLAIN (ANALYZE, BUFFERS) prints it. */
export type Plans = { question: string; statements: string[] };

/**
 * The plans of the statements that really run, parameters and all, told by auto_explain. Throws where one reads a
 * whole large table.
 */
export async function plansOf(url: string, questions: readonly Question[]): Promise<Plans[]> {
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on',
    'auto_explain.log_timing': 'on',
    'auto_explain.log_level': 'notice',
  };
  const explaining = new URL(url);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  explaining.searchParams.set('options', options.join(' '));
  const { db, pool, close } = openDatabase(explaining.href, { connections: 4 });
  let heard: string[] = [];
  pool.on('connect', (client) => client.on('notice', ({ message }) => message && heard.push(message)));
  const plans: Plans[] = [];
  try {
    for (const question of questions) {
      heard = [];
      await question.ask(db, 3);
      plans.push({ question: question.name, statements: heard.map(shortened) });
    }
  } finally {
    await close();
  }
  const wrong = plans
    .filter(({ statements }) => statements.some(readsAWholeTable))
    .map(({ question }) => question);
  if (wrong.length > 0) {
    for (const { question, statements } of plans)
      if (wrong.includes(question)) console.log(question, statements.join('\n\n'));
    throw new Error(`A whole large table was read for: ${wrong.join('; ')}.`);
  }
  return plans;
}

function readsAWholeTable(plan: string): boolean {
  return largeTables.some((table) => new RegExp(`Seq Scan on (public\\.)?${table}\\b(?!_)`).test(plan));
}

/** Without the statement's text and the counts of buffers, and with lists of ids cut: what was done is what counts. */
function shortened(message: string): string {
  // The spaces of the statement's own literals are none of the plan's lines.
  const oneLine = message.replace(/' \t\n\r'/g, "' …'");
  const plan = oneLine.slice(Math.max(0, oneLine.search(/^\S.*\(cost=/m)));
  return plan
    .split('\n')
    .filter((line) => !/^\s*(Buffers|I\/O Timings|Index Searches|Storage|Disabled):/.test(line))
    .map((line) => (line.length > 160 ? `${line.slice(0, 160)} …` : line))
    .join('\n')
    .trimEnd();
}

/** Writes them as a page of the documentation. */
export function writePlans(
  file: string,
  { events, records, words, deliveries, cases }: Loaded,
  plans: readonly Plans[],
): void {
  const seen = new Map<string, string>();
  const page = plans.map(({ question, statements }) => {
    const shown = statements.map((plan) => {
      // The same plan for another name or number is told once.
      const shape = plan.replace(/\d+(\.\d+)?|'[^']*'/g, '');
      const before = seen.get(shape);
      if (before !== undefined) return `One statement as for “${before}”.`;
      seen.set(shape, question);
      return `\`\`\`text\n${plan}\n\`\`\``;
    });
    return `## ${question[0]?.toUpperCase()}${question.slice(1)}\n\n${shown.join('\n\n')}\n`;
  });
  writeFileSync(
    file,
    `# What the database does for each question of the event log and of the cases

Written by \`npm run bench -- search --explain\` over ${events} events, ${deliveries} deliveries, ${cases} cases and ${records} records
with ${words} search words: the plans of the statements that ran, by auto_explain (timings include its own cost). None
reads a whole large table; the bench fails where one does. docs/decisions/007-search.md says why the statements are what they are.

${page.join('\n')}`,
  );
}
