import type { OutboundFailure, OutboundFailureCode } from '#lib/http/outbound/outbound-failure.ts';
import { enerfloFailure } from '../enerflo-failure.ts';
import type { EnerfloExchange, EnerfloFailure, EnerfloFailureCode } from '../enerflo-result.ts';

const codes: Record<OutboundFailureCode, EnerfloFailureCode> = {
  URL_REFUSED: 'ADDRESS',
  HEADER_REFUSED: 'KEY_REFUSED',
  ADDRESS_BLOCKED: 'ADDRESS',
  REDIRECT_REFUSED: 'ADDRESS',
  DNS: 'UNREACHABLE',
  REFUSED: 'UNREACHABLE',
  TLS: 'UNREACHABLE',
  UNREACHABLE: 'UNREACHABLE',
  CONNECT_TIMEOUT: 'UNREACHABLE',
  NOT_SENT: 'UNREACHABLE',
  TIMEOUT: 'NO_ANSWER',
  CUT: 'CUT',
  UNREADABLE: 'UNREADABLE',
};

/** A request that got no answer, in Enerflo's words; `said` is what the network did. */
export function readNoAnswer(failure: OutboundFailure, exchange: EnerfloExchange): EnerfloFailure {
  const { code, text, arrived } = failure;
  // What was being said to the server when the header was refused is the key, which no text may repeat.
  const said = code === 'HEADER_REFUSED' ? 'The key has a character that cannot be sent.' : text;
  return enerfloFailure(codes[code], { arrived, said, exchange: arrived === 'no' ? null : exchange });
}
