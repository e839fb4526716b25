import { seeded } from '../seeded.ts';
import { projectSubmitted } from './project-submitted.ts';
import { updateInstall } from './update-install.ts';

export type BodySize = '700 B' | '75 KB';

/** Gives the body with this number: a realistic one, and different for every number below 800 million. */
export type Bodies = (number: number) => Buffer;

const variety = 24;
const dealMark = 'd00dea11-0000-4000-a000-000000000000';
const customerMark = 'c0570000-0000-4000-a000-000000000000';
const installMark = '100000000';

/**
 * Bodies of about this size. Each of 24 texts is made once; a request's own copy of one gets ids that hold its
 * number, which costs the load generator next to nothing, however large the body.
 */
export function createBodies(size: BodySize): Bodies {
  const texts = Array.from({ length: variety }, (_, index) =>
    size === '700 B'
      ? updateInstall(seeded(index), installMark)
      : projectSubmitted(seeded(index), { deal: dealMark, customer: customerMark }, 75_000),
  );
  const marks = size === '700 B' ? [installMark] : [dealMark, customerMark];
  const templates = texts.map((text) => ({
    bytes: Buffer.from(text),
    ends: marks.map((mark) => Buffer.from(text).indexOf(mark) + mark.length),
  }));
  return (number) => {
    const template = templates[number % variety];
    if (!template) throw new Error(`No body has the number ${number}.`);
    const bytes = Buffer.from(template.bytes);
    const digits = String(number);
    for (const end of template.ends) bytes.write(digits, end - digits.length, 'latin1');
    return bytes;
  };
}
