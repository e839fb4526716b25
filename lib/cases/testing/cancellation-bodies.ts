import { sampleBody } from '#lib/catalog/sample-body.ts';
import { cancellationCase } from '#lib/catalog/sunnova/cancellation-case.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';

/** The cancellation as Sunnova's page prints it, with the fields that a test changes. */
export function cancellation(changed: JsonObject = {}): JsonObject {
  const [sample] = cancellationCase.samples;
  const printed = sample && sampleBody(sample);
  if (!isJsonObject(printed)) throw new Error('the printed cancellation is no object');
  return { ...printed, ...changed };
}

/**
 * The documented cancellation from its creation to its documented end: six events with all five statuses, one of them
 * twice, and `LastModifiedDate` rising.
 */
export function documentedCancellation(project: string): JsonObject[] {
  const steps = [
    ['New', '2024-05-09T21:49:52.000Z'],
    ['In Process', '2024-05-12T15:00:00.000Z'],
    ['Pending Partner Response', '2024-05-15T09:30:00.000Z'],
    ['Saved', '2024-05-20T11:00:00.000Z'],
    ['In Process', '2024-05-28T08:15:00.000Z'],
    ['Closed', '2024-06-08T21:49:03.000Z'],
  ] as const;
  return steps.map(([Status, LastModifiedDate]) =>
    cancellation({
      Status,
      LastModifiedDate,
      System_Project: project,
      Saved_Cancellation: Status === 'Saved',
    }),
  );
}

/** A made-up system project of Sunnova, in the short and in the long form of its id. */
export function systemProject(number: number): { short: string; long: string } {
  const short = `a8u4W${String(number).padStart(9, '0')}x`;
  return { short, long: `${short}QAQ` };
}
