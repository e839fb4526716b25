import type { JsonObject } from '#lib/json.ts';
import { unwrapEnerflo } from './enerflo-envelope.ts';
import type { Envelope, Recognition } from './event-type.ts';
import { known, onlyClaim, unknown } from './recognition.ts';
import { eventTypeNamed, eventTypesOf } from './registry.ts';

type Version = 'v1' | 'v2';

/** The name in the body counts, then the one beside it, then the keys. Names are never taken apart. */
export function recogniseEnerflo(body: JsonObject, hint: string | null): Recognition {
  const { envelope, name, core } = unwrapEnerflo(body);
  if (name !== null) {
    const differs = hint !== null && hint !== name;
    const warnings = differs ? [`The address says “${hint}”, the body says “${name}”: the body counts.`] : [];
    return typed(name, envelope, core, warnings);
  }
  if (hint !== null) return typed(hint, envelope, core, []);
  const claimed = onlyClaim(eventTypesOf('enerflo'), core);
  if (claimed) {
    return known(claimed, envelope, core, [
      `The body has no event name; its keys are those of “${claimed.label}”.`,
    ]);
  }
  return unknown('enerflo.unnamed', envelope, core, [
    'The body has no event name, and its keys do not tell its type.',
  ]);
}

function typed(name: string, envelope: Envelope, core: JsonObject, warnings: string[]): Recognition {
  const versions = versionsToTry(name, envelope);
  for (const version of versions) {
    const entry = eventTypeNamed(`enerflo.${version}.${name}`);
    if (entry) return known(entry, envelope, core, warnings);
  }
  const type = `enerflo.${versions[0]}.${name}`;
  return unknown(type, envelope, core, [...warnings, `The catalog does not know the event name “${name}”.`]);
}

/** The wrapping tells the version; without one, names with dots are those of 2.0. */
function versionsToTry(name: string, envelope: Envelope): readonly [Version, ...Version[]] {
  if (envelope === 'v2') return ['v2'];
  if (envelope !== 'none') return ['v1'];
  return name.includes('.') ? ['v2', 'v1'] : ['v1', 'v2'];
}
