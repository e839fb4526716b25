import type { AttemptDto, DeliveryDetail, DeliveryItem } from './delivery.schema.ts';

const hiddenWords = 'Hidden from viewers: it may hold names, addresses and phone numbers.';
const harmlessHeaders = new Set(['content-type', 'content-length', 'date', 'retry-after', 'user-agent']);

/** A delivery of a list for those who may not see personal values: whom its event is about is left out. */
export function hideInDeliveryItem<Item extends DeliveryItem>(item: Item): Item {
  return { ...item, about: null };
}

/** A delivery for those who may not see personal values: what was sent and answered is left out, how it went stays. */
export function hideInDelivery(delivery: DeliveryDetail): DeliveryDetail {
  return { ...hideInDeliveryItem(delivery), attempts: delivery.attempts.map(hideInAttempt) };
}

function hideInAttempt(attempt: AttemptDto): AttemptDto {
  const { request, requestBody, responseHeaders, responseBody } = attempt;
  return {
    ...attempt,
    request: { ...request, url: withoutQuery(request.url), headers: hideInHeaders(request.headers) },
    requestBody: requestBody && hiddenWords,
    responseHeaders: responseHeaders && hideInHeaders(responseHeaders),
    responseBody: responseBody && hiddenWords,
  };
}

/** An address may name a homeowner behind its question mark. */
function withoutQuery(url: string): string {
  return url.replace(/\?.*$/s, '?…');
}

function hideInHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      harmlessHeaders.has(name.toLowerCase()) ? value : 'hidden',
    ]),
  );
}
