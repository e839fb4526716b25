import type { Json } from '#lib/json.ts';

/**
 * Every way in which a call to Enerflo can go wrong: what happened and what to do, for people. `arrived` says whether
 * Enerflo may have done what was asked: `no`, or `maybe`. `again`: whether another try may well succeed by itself.
 */
export const enerfloFailures = {
  NO_KEY: {
    text: 'This account has no Enerflo API key.',
    whatToDo: 'An admin sets it on the page of the account.',
    arrived: 'no',
    again: false,
  },
  KEY_REFUSED: {
    text: 'Enerflo did not accept the API key.',
    whatToDo: 'An admin sets a valid key on the page of the account; Enerflo Support issues keys.',
    arrived: 'no',
    again: false,
  },
  NOT_ALLOWED: {
    text: 'Enerflo does not allow this for this API key or this record.',
    whatToDo: 'Ask Enerflo Support what this API key may do.',
    arrived: 'no',
    again: false,
  },
  NOT_THERE: {
    text: 'Enerflo has nothing under this id.',
    whatToDo: 'Check that it is the right kind of id (an install is not a deal) and that it was not deleted.',
    arrived: 'no',
    again: false,
  },
  REFUSED: {
    text: 'Enerflo refused the request.',
    whatToDo: 'See what it answered, change the input and send it again.',
    arrived: 'no',
    again: false,
  },
  LIMIT: {
    text: 'Enerflo takes no more requests with this API key for the moment.',
    whatToDo: 'Wait for a minute. Other programs may be using the same key.',
    arrived: 'no',
    again: true,
  },
  BUSY: {
    text: 'The limit of this API key is used up for the moment by requests from here.',
    whatToDo: 'Wait for a minute, or stop a bulk run or a reading.',
    arrived: 'no',
    again: true,
  },
  FAILED: {
    text: 'Enerflo failed while it worked on the request.',
    whatToDo: 'Look in Enerflo whether it was done before you send it again.',
    arrived: 'maybe',
    again: true,
  },
  NO_ANSWER: {
    text: 'Enerflo did not answer in time.',
    whatToDo: 'Look in Enerflo whether it was done before you send it again.',
    arrived: 'maybe',
    again: true,
  },
  CUT: {
    text: 'The connection was cut before the whole answer of Enerflo came.',
    whatToDo: 'Look in Enerflo whether it was done before you send it again.',
    arrived: 'maybe',
    again: true,
  },
  STOPPED: {
    text: 'It was stopped before it was sent.',
    whatToDo: 'Start it again when it suits you.',
    arrived: 'no',
    again: true,
  },
  UNREACHABLE: {
    text: 'Enerflo could not be reached.',
    whatToDo:
      'Try again in a moment; if it stays so, check the address of Enerflo on the page of the account.',
    arrived: 'no',
    again: true,
  },
  ADDRESS: {
    text: 'The address of Enerflo cannot be used.',
    whatToDo: 'An admin checks it on the page of the account, and in Settings if it is a private one.',
    arrived: 'no',
    again: false,
  },
  UNREADABLE: {
    text: 'Enerflo answered with something that is no data.',
    whatToDo: 'Look in Enerflo whether it was done; if it stays so, ask Enerflo Support.',
    arrived: 'maybe',
    again: false,
  },
} as const satisfies Record<
  string,
  { text: string; whatToDo: string; arrived: 'no' | 'maybe'; again: boolean }
>;

export type EnerfloFailureCode = keyof typeof enerfloFailures;

/** One HTTP exchange as it is kept: no credentials, bodies cut to 64 KB after they were read. Times by this process. */
export type EnerfloExchange = {
  startedAt: Date;
  endedAt: Date;
  request: { method: string; url: string; headers: Record<string, string> };
  requestBody: string;
  responseStatus: number | null;
  responseHeaders: Record<string, string> | null;
  responseBody: string | null;
};

export type EnerfloAnswer = { ok: true; status: number; body: Json; exchange: EnerfloExchange };

/** What Enerflo said against one key of a request, by the name that it gave: `lead.email`. */
export type RefusedKey = { key: string; words: string };

export type EnerfloFailure = {
  ok: false;
  code: EnerfloFailureCode;
  text: string;
  whatToDo: string;
  /** What Enerflo said about it in words, where it said something readable: never HTML. */
  said: string | null;
  /** The same by key of the request, where it told which; none where nothing was answered. */
  refused?: readonly RefusedKey[];
  arrived: 'no' | 'maybe';
  again: boolean;
  status: number | null;
  /** Seconds until Enerflo takes requests again, where it said so. */
  retryAfter: number | null;
  /** Null where nothing was sent. */
  exchange: EnerfloExchange | null;
};

export type EnerfloResult = EnerfloAnswer | EnerfloFailure;
