import { describe, expect, test } from 'vitest';
import { findReason } from './find-reason.ts';
import { findStatus } from './find-status.ts';
import { cancellationReasons, reasonRows } from './reasons.ts';
import { cancellationStatuses } from './statuses.ts';

describe('reasons', () => {
  test('are 49 rows of 48 reasons, and the doubled one keeps both definitions', () => {
    expect(reasonRows).toHaveLength(49);
    expect(cancellationReasons).toHaveLength(48);
    expect(findReason('Customer unresponsive During Install process')?.definitions).toEqual([
      'Customer unresponsive during the system installation process',
      'Customer unresponsive during installation process',
    ]);
  });

  test('are found without regard to case and spaces', () => {
    expect(findReason('Excessive Time to Complete')?.reason).toBe('Excessive Time To Complete');
    expect(findReason(' utility\u00a0bill\u00a0')?.reason).toBe('Utility Bill');
    expect(findReason('Alternate  Provider Chosen ')?.definitions).toEqual([
      'Customer decided to go with an alternate provider',
    ]);
    for (const { reason } of cancellationReasons)
      expect(findReason(reason.toUpperCase())?.reason).toBe(reason);
  });

  test('"Unknown" is a reason, what is not listed is none', () => {
    expect(findReason('unknown')).toEqual({ reason: 'Unknown', definitions: ['Unknown'] });
    expect(findReason('Changed their mind')).toBeNull();
    expect(findReason('')).toBeNull();
  });
});

describe('statuses', () => {
  test('are five, of which one asks the dealer to act', () => {
    expect(cancellationStatuses.map(({ status, meaning }) => [status, meaning])).toEqual([
      ['New', 'open'],
      ['In Process', 'open'],
      ['Pending Partner Response', 'action needed'],
      ['Closed', 'final'],
      ['Saved', 're-activated'],
    ]);
  });

  test('are found without regard to case and spaces', () => {
    expect(findStatus('pending partner\u00a0response')?.meaning).toBe('action needed');
    expect(findStatus('Reopened')).toBeNull();
  });
});
