import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Colour tokens of app/globals.css that have a plain hex value for each scheme. */
const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const pairs = css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
const tokens = new Map<string, { light: string; dark: string }>();
for (const [, name = '', light = '', dark = ''] of pairs) tokens.set(name, { light, dark });

const grounds = ['surface', 'surface-sunken', 'surface-raised', 'surface-hover', 'surface-selected', 'tint'];
const tones = ['neutral', 'info', 'good', 'attention', 'bad', 'muted'];

/** WCAG 2.2: 4.5 for text, 3 for shapes and the borders of controls. */
const combinations: [front: string, back: string, least: number][] = [
  ...grounds.flatMap((ground) =>
    ['ink', 'ink-2', 'ink-3', 'accent', ...tones].map((ink): [string, string, number] => [ink, ground, 4.5]),
  ),
  ...tones.flatMap((tone): [string, string, number][] => [
    [tone, `${tone}-soft`, 4.5],
    ['ink', `${tone}-soft`, 4.5],
    ['ink-2', `${tone}-soft`, 4.5],
  ]),
  ...['accent-solid', 'accent-solid-hover', 'bad-solid', 'bad-solid-hover'].map(
    (solid): [string, string, number] => ['on-solid', solid, 4.5],
  ),
  ['ink-inverse', 'surface-inverse', 4.5],
  ...['surface', 'surface-sunken', 'surface-raised', 'surface-selected', 'tint'].map(
    (ground): [string, string, number] => ['line-strong', ground, 3],
  ),
  // What the arrow keys stand on in a menu is seen by its ground alone.
  ['surface-hover', 'surface', 1.1],
  ['surface-hover', 'surface-raised', 1.1],
  ['accent-solid', 'surface', 3],
  ['bad-solid', 'surface', 3],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (scheme) => {
  test.each(combinations)('%s on %s has a contrast of at least %d to 1', (front, back, least) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(least);
  });

  function colour(name: string): string {
    const token = tokens.get(name);
    if (!token) throw new Error(`no colour token ${name}`);
    return token[scheme];
  }
});

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of `#rrggbb`, 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
