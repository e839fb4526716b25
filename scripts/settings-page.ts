import { writeFileSync } from 'node:fs';
import { envSchema } from '#lib/env.ts';

/** Writes docs/settings.md from the one schema of settings. */
const rows = Object.entries(envSchema.shape).map(
  ([name, schema]) => `| \`${name}\` | ${schema.description ?? ''} |`,
);
const page = [
  '# Settings',
  '',
  'Made from `lib/env.ts` by `npx node scripts/settings-page.ts`. Each is an environment variable, or a line in `.env`.',
  '',
  '| setting | what it does |',
  '| --- | --- |',
  ...rows,
  '',
];
writeFileSync('docs/settings.md', page.join('\n'));
