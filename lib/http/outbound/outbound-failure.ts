/**
 * Every way in which a request can end without an answer, with words for people. `mend`: `wait` where another try
 * may well succeed, `person` where someone must change something first.
 */
export const outboundFailures = {
  URL_REFUSED: { text: 'The address cannot be used.', mend: 'person' },
  HEADER_REFUSED: { text: 'A header cannot be sent.', mend: 'person' },
  ADDRESS_BLOCKED: {
    text: 'The address leads into a private network, which is not allowed.',
    mend: 'person',
  },
  REDIRECT_REFUSED: { text: 'A redirect was not followed.', mend: 'person' },
  DNS: { text: 'The host name could not be found.', mend: 'wait' },
  REFUSED: { text: 'The destination refused the connection.', mend: 'wait' },
  TLS: { text: 'No secure connection could be made.', mend: 'wait' },
  UNREACHABLE: { text: 'The destination could not be reached.', mend: 'wait' },
  CONNECT_TIMEOUT: { text: 'The destination could not be reached in time.', mend: 'wait' },
  NOT_SENT: { text: 'The request was held up on our side and not sent.', mend: 'wait' },
  TIMEOUT: { text: 'The destination did not answer in time.', mend: 'wait' },
  CUT: { text: 'The connection was cut before an answer came.', mend: 'wait' },
  UNREADABLE: { text: 'The answer was not readable HTTP.', mend: 'wait' },
} as const satisfies Record<string, { text: string; mend: 'wait' | 'person' }>;

export type OutboundFailureCode = keyof typeof outboundFailures;

/**
 * A request that got no answer. `arrived`: `no` where it certainly was not handed over (nothing was written),
 * `maybe` from the moment the first byte could have left.
 */
export type OutboundFailure = { ok: false; code: OutboundFailureCode; text: string; arrived: 'no' | 'maybe' };

/** A failure with the words of its code, or with more exact ones. */
export function outboundFailure(
  code: OutboundFailureCode,
  arrived: 'no' | 'maybe',
  text: string = outboundFailures[code].text,
): OutboundFailure {
  return { ok: false, code, text, arrived };
}
