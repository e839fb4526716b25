/** A name longer than this is cut: a warning must stay short. */
const longestName = 100;

/** What an event that this console sent to itself says about itself, before everything else. */
export function testWarning(by: string): string {
  return `A test that ${by.slice(0, longestName)} sent from this console: it changes no record and starts no flow.`;
}

/** The first warning of a test, for SQL's LIKE; no other warning of ours begins so. */
export const testWarningLike = 'A test that % sent from this console: %';
