/** What a status asks of the dealer or means for the project. */
export type StatusMeaning = 'open' | 'action needed' | 'final' | 're-activated';

export type CancellationStatus = { status: string; definition: string; meaning: StatusMeaning };

/** The five statuses of a cancellation case, in the words of Sunnova's webhook page. */
export const cancellationStatuses: readonly CancellationStatus[] = [
  {
    status: 'New',
    definition: 'A new Cancellation Case has been created for the related project.',
    meaning: 'open',
  },
  {
    status: 'In Process',
    definition: 'The Cancellation Case is being actively managed and is in process of being finalized.',
    meaning: 'open',
  },
  {
    status: 'Pending Partner Response',
    definition:
      'The Cancellation Case requires additional input/action from the dealer before being finalized.',
    meaning: 'action needed',
  },
  {
    status: 'Closed',
    definition: 'The related project is confirmed as Cancelled.',
    meaning: 'final',
  },
  {
    status: 'Saved',
    definition: 'Cancellation is voided, related project will be re-activated.',
    meaning: 're-activated',
  },
];
