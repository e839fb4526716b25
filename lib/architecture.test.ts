import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/**
 * The arrows of the architecture: what each room may import of ours. Rooms stand in the order of a webhook's path; a
 * room not named may be imported by all (errors, json, env, log, csv, …). docs/architecture.md draws the same picture.
 */
const rooms: Record<string, readonly string[]> = {
  'lib/catalog': [],
  'lib/db': ['lib/runtime'],
  'lib/audit': ['lib/db', 'lib/auth'],
  'lib/settings': ['lib/db', 'lib/audit', 'lib/catalog', 'lib/http', 'lib/auth'],
  'lib/auth': ['lib/db', 'lib/audit', 'lib/settings', 'lib/runtime', 'lib/http'],
  'lib/ingest': ['lib/catalog', 'lib/db', 'lib/settings', 'lib/audit', 'lib/auth', 'lib/http'],
  'lib/records': ['lib/catalog', 'lib/db', 'lib/http'],
  'lib/cases': ['lib/records', 'lib/catalog', 'lib/db', 'lib/auth', 'lib/http'],
  'lib/mapping': ['lib/catalog'],
  'lib/operations': ['lib/catalog'],
  'lib/enerflo': [
    'lib/operations',
    'lib/records',
    'lib/catalog',
    'lib/connections',
    'lib/db',
    'lib/settings',
    'lib/audit',
    'lib/auth',
    'lib/http',
  ],
  'lib/actions': [
    'lib/enerflo',
    'lib/operations',
    'lib/records',
    'lib/catalog',
    'lib/connections',
    'lib/db',
    'lib/settings',
    'lib/audit',
    'lib/auth',
    'lib/http',
  ],
  'lib/bulk': [
    'lib/actions',
    'lib/enerflo',
    'lib/operations',
    'lib/records',
    'lib/catalog',
    'lib/db',
    'lib/settings',
    'lib/audit',
    'lib/auth',
    'lib/http',
  ],
  'lib/readings': [
    'lib/enerflo',
    'lib/operations',
    'lib/records',
    'lib/catalog',
    'lib/db',
    'lib/settings',
    'lib/audit',
    'lib/auth',
    'lib/http',
  ],
  'lib/destinations': ['lib/db', 'lib/settings', 'lib/http', 'lib/audit', 'lib/catalog'],
  'lib/flows': [
    'lib/mapping',
    'lib/destinations',
    'lib/records',
    'lib/catalog',
    'lib/db',
    'lib/audit',
    'lib/settings',
    'lib/http',
    'lib/auth',
  ],
  'lib/delivery': [
    'lib/flows',
    'lib/mapping',
    'lib/destinations',
    'lib/records',
    'lib/catalog',
    'lib/db',
    'lib/audit',
    'lib/settings',
    'lib/http',
    'lib/auth',
  ],
  'lib/events': [
    'lib/delivery',
    'lib/ingest',
    'lib/records',
    'lib/catalog',
    'lib/db',
    'lib/settings',
    'lib/auth',
    'lib/http',
    'lib/runtime',
  ],
  'lib/views': ['lib/events', 'lib/cases', 'lib/db', 'lib/auth', 'lib/audit'],
  'lib/connections': [
    'lib/ingest',
    'lib/catalog',
    'lib/db',
    'lib/settings',
    'lib/audit',
    'lib/auth',
    'lib/http',
  ],
  'lib/http': ['*'],
  'lib/runtime': ['*'],
};

/** What the pure rooms may use besides each other: no I/O, no clock, no database. */
const pureRooms = ['lib/catalog', 'lib/mapping', 'lib/operations'];
const pureImports = new Set(['zod', 'libphonenumber-js', 'html-to-text']);

/** What of lib is safe in a browser, and therefore open to components. */
const browserSafe = [
  /^lib\/catalog\//,
  /^lib\/operations\/(?!put-right\/)/,
  /^lib\/[\w/-]+\.(contract|schema)\.ts$/,
  /^lib\/(json|errors|time-parts)\.ts$/,
  /^lib\/audit\/(actions|action-groups|actor-kinds)\.ts$/,
  /^lib\/auth\/(roles|safe-next|credentials|limits)\.ts$/,
  /^lib\/actions\/(action-states|not-looked|nothing-sent)\.ts$/,
  /^lib\/bulk\/bulk-states\.ts$/,
  /^lib\/cases\/case-flags\.ts$/,
  /^lib\/delivery\/(delivery-states|event-outcomes|outcome-words)\.ts$/,
  /^lib\/events\/(cut-search|most-handled)\.ts$/,
  /^lib\/ingest\/refusal-reasons\.ts$/,
  /^lib\/mapping\/mapping-problems\.ts$/,
  /^lib\/http\/api\/contract\.ts$/,
  /^lib\/http\/outbound\/address-rules\.ts$/,
  /^lib\/readings\/reading-kinds\.ts$/,
  /^lib\/settings\/setting-schemas\.ts$/,
];

type Import = { from: string; to: string; typeOnly: boolean };

const files = ['app', 'components', 'lib'].flatMap(sourceFiles);
const imports = files.flatMap(importsOf);

test('each room imports only what its arrows allow', () => {
  const wrong = imports.filter(({ from, to, typeOnly }) => {
    const room = roomOf(from);
    const target = roomOf(to);
    if (!room || !target || room === target || isTest(from) || typeOnly) return false;
    const allowed = rooms[room] ?? [];
    return !allowed.includes('*') && !allowed.includes(target) && !isContract(to) && !isContract(from);
  });
  expect(wrong.map(arrow)).toEqual([]);
});

test('the pure rooms reach nothing but each other', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      pureRooms.some((room) => from.startsWith(`${room}/`)) &&
      !isTest(from) &&
      !to.startsWith('lib/') &&
      !pureImports.has(to),
  );
  expect(wrong.map(arrow)).toEqual([]);
});

test('lib knows no React, no page and no component; Next.js only at its three edges', () => {
  const edges = ['lib/auth/require-user.ts', 'lib/auth/next-auth-options.ts', 'lib/runtime/web.ts'];
  const wrong = imports.filter(({ from, to }) => {
    if (!from.startsWith('lib/') || isTest(from)) return false;
    if (/^(react|react-dom)(\/|$)/.test(to) || /^(app|components)\//.test(to)) return true;
    return /^(next|next-auth)(\/|$)/.test(to) && !edges.includes(from);
  });
  expect(wrong.map(arrow)).toEqual([]);
});

test('components import of lib only what is safe in a browser', () => {
  const wrong = imports.filter(
    ({ from, to, typeOnly }) =>
      from.startsWith('components/') &&
      !isTest(from) &&
      to.startsWith('lib/') &&
      !typeOnly &&
      !browserSafe.some((safe) => safe.test(to)),
  );
  expect(wrong.map(arrow)).toEqual([]);
});

test('components/ui knows no domain', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      from.startsWith('components/ui/') && /^(lib\/(?!time-parts\.ts)|components\/(?!ui\/))/.test(to),
  );
  expect(wrong.map(arrow)).toEqual([]);
});

test('pages and routes hold no SQL', () => {
  const wrong = imports.filter(
    ({ from, to }) => from.startsWith('app/') && /^lib\/db\/(?!database-away)/.test(to),
  );
  expect(wrong.map(arrow)).toEqual([]);
});

test('the stand-ins share no code with what they stand in for', () => {
  const wrong = sourceFiles('scripts/sandbox')
    .flatMap(importsOf)
    .filter(({ from, to }) => !isTest(from) && /^(app|components|lib)\//.test(to));
  expect(wrong.map(arrow)).toEqual([]);
});

test('no module imports itself in a circle', () => {
  const graph = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (!typeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: string[]) => {
    const seenAt = path.indexOf(file);
    if (seenAt !== -1) return void circles.push([...path.slice(seenAt), file].join(' → '));
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

function roomOf(file: string): string | undefined {
  return Object.keys(rooms).find((room) => file.startsWith(`${room}/`));
}

/** A contract names the shapes of several rooms; it is data. */
function isContract(file: string): boolean {
  return /\.(contract|schema)\.ts$/.test(file) || file === 'lib/http/contract-base.ts';
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.includes('/testing/');
}

function arrow({ from, to }: Import): string {
  return `${from} → ${to}`;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('/generated/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s(type\s)?[^;'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...found].map((match) => ({
    from: file,
    to: resolve(file, match[2] ?? match[3] ?? match[4] ?? ''),
    typeOnly: match[1] !== undefined,
  }));
}

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  return specifier;
}
