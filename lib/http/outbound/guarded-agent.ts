import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { type AllowList, mayDial } from './address-rules.ts';
import { type OutboundFailureCode, outboundFailures } from './outbound-failure.ts';

export type ResolvedAddress = { address: string; family: number };
/** Finds every address of a host name, as the system does. */
export type Resolve = (hostname: string) => Promise<ResolvedAddress[]>;

export const resolveHost: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

/** A connection that was not made, so nothing was written. */
export class DialError extends Error {
  readonly code: OutboundFailureCode;

  constructor(code: OutboundFailureCode, cause?: unknown) {
    super(outboundFailures[code].text, { cause });
    this.name = 'DialError';
    this.code = code;
  }
}

const connectTimeout = 10_000;

/**
 * A keep-alive agent that dials checked addresses only. Every address of a name must be allowed, and the very
 * addresses that were checked are the ones dialled: a name that resolves differently a moment later cannot
 * lead anywhere else. `pool` tells how long an idle connection is trusted: a server that closes one while we
 * write leaves us in doubt, so it is short.
 */
export function guardedAgent(allow: AllowList, resolve: Resolve): Agent {
  return new Agent({
    connect: (options, callback) => {
      checkedAddresses(options.hostname, portOf(options), allow, resolve)
        .then((addresses) => {
          const connect = buildConnector({
            allowH2: false,
            timeout: connectTimeout,
            autoSelectFamily: true,
            lookup: (_hostname, wanted, done) => {
              const first = addresses[0];
              if (!first) done(new DialError('DNS'), '', 4);
              else if (wanted.all) done(null, addresses);
              else done(null, first.address, first.family);
            },
          });
          connect(options, (...answer) => {
            if (answer[0]) callback(new DialError(dialCode(answer[0]), answer[0]), null);
            else callback(null, answer[1]);
          });
        })
        .catch((error: unknown) =>
          callback(error instanceof DialError ? error : new DialError('DNS', error), null),
        );
    },
    keepAliveTimeout: 2_000,
    keepAliveMaxTimeout: 10_000,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 32 * 1024,
  });
}

function portOf({ protocol, port }: { protocol: string; port: string }): number {
  return port === '' || port === undefined ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

async function checkedAddresses(hostname: string, port: number, allow: AllowList, resolve: Resolve) {
  const family = isIP(hostname);
  const addresses = family === 0 ? await resolve(hostname) : [{ address: hostname, family }];
  if (addresses.length === 0) throw new DialError('DNS');
  if (!addresses.every(({ address }) => mayDial(address, hostname, port, allow)))
    throw new DialError('ADDRESS_BLOCKED');
  return addresses;
}

/** The failure that an error while connecting stands for. Several tried addresses come as one AggregateError. */
function dialCode(error: Error): OutboundFailureCode {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const code: unknown = error instanceof DialError ? error.code : (first?.code ?? '');
  if (error instanceof DialError) return error.code;
  switch (code) {
    case 'ECONNREFUSED':
      return 'REFUSED';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'DNS';
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return 'CONNECT_TIMEOUT';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EADDRNOTAVAIL':
    case 'ECONNRESET':
    case 'EPIPE':
      return 'UNREACHABLE';
    default:
      return 'TLS';
  }
}
