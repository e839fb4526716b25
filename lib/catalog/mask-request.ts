import { maskOf } from './mask-kind.ts';
import { isHarmless, isIdLike, personalLook } from './mask-patterns.ts';
import type { PersonalWords } from './personal-words.ts';

/** Headers in which proxies write through whose hands a request went. */
const forwarding =
  /^(?:forwarded|x-forwarded-.*|x-real-ip|x-client-ip|true-client-ip|cf-.*|fly-.*|via|x-original-.*)$/i;

/** Headers that say something of the request and its sender's software, never of a person. */
const technical =
  /^(?:content-.*|accept.*|user-agent|host|connection|date|transfer-encoding|cache-control|pragma|priority|expect|te|trace.*|b3|.*request-id|.*trace.*|.*span.*|x-datadog-.*|idempotency-key|sec-.*)$/i;

/** The value of a header, masked where it tells of a network address on the way or of a person. */
export function maskHeader(name: string, value: string, words: PersonalWords): string {
  if (forwarding.test(name)) return maskOf('address', value);
  const look = personalLook(value);
  if (look && look !== 'link') return maskOf(look, value);
  const stays = technical.test(name) || value === '•••' || isHarmless(value) || isIdLike(value);
  return stays && !words.isIn(value) ? value : maskOf('text', value);
}

/** A query in which only harmless values are left: ids, numbers, times, and the name of the event. */
export function maskQuery(query: string, typeName: string, words: PersonalWords): string {
  if (query === '') return '';
  return [...new URLSearchParams(query)]
    .map(([name, value]) => {
      const harmless = value === '' || value === '•••' || typeName.endsWith(`.${value}`);
      const stays = harmless || ((isHarmless(value) || isIdLike(value)) && !words.isIn(value));
      const shownName = personalLook(name) || words.isIn(name) ? maskOf('text', name) : name;
      return `${shownName}=${stays ? value : maskOf(personalLook(value) ?? 'text', value)}`;
    })
    .join('&');
}
