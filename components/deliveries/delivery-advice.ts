import type { DeliveryDetail } from '#lib/delivery/delivery.schema.ts';

/** What a person can do about a delivery, in a sentence, and where: the flow's form, or the settings. */
export type DeliveryAdvice = { text: string; where: 'flow' | 'settings' | null };

type Judged = Pick<DeliveryDetail, 'state' | 'error' | 'canSendAgain'> & {
  attempts: readonly { responseStatus: number | null }[];
};

/** What to do about a delivery that did not go through by itself; null where nothing need be done. */
export function deliveryAdvice(delivery: Judged): DeliveryAdvice | null {
  if (delivery.state === 'unknown') {
    const text =
      'Look at the destination first: if it is there, skip this delivery; if it is not, send it again.';
    return { text, where: null };
  }
  if (delivery.state !== 'failed') return null;
  if (!delivery.canSendAgain) {
    return { text: 'A newer event of the same record took its place: see to that one.', where: null };
  }
  return adviceFor(delivery.error?.code, delivery.attempts[0]?.responseStatus ?? null);
}

function adviceFor(code: string | undefined, status: number | null): DeliveryAdvice {
  switch (code) {
    case 'STATUS':
      return adviceForStatus(status);
    case 'ADDRESS_BLOCKED':
      return {
        text: 'An admin can allow this private address in Settings. Then send it again.',
        where: 'settings',
      };
    case 'MAPPING':
      return {
        text: 'Correct the fields of the flow. New events go by the corrected version; this one keeps its own.',
        where: 'flow',
      };
    case 'NOTHING_TO_SEND':
      return {
        text: 'Skip it. If it should have carried something, correct the fields of the flow.',
        where: 'flow',
      };
    case 'SECRET':
      return { text: 'Give the password or token of the flow again, then send it again.', where: 'flow' };
    case 'URL_REFUSED':
    case 'HEADER_REFUSED':
    case 'REDIRECT_REFUSED':
      return { text: 'Correct the address or headers in the flow, then send it again.', where: 'flow' };
    default:
      return { text: 'Send it again once the destination can be reached.', where: null };
  }
}

function adviceForStatus(status: number | null): DeliveryAdvice {
  if (status === 401 || status === 403)
    return { text: 'Correct the sign-in in the flow, then send it again.', where: 'flow' };
  if (status === 404 || status === 405 || status === 410)
    return { text: 'Correct the address or method in the flow, then send it again.', where: 'flow' };
  if (status !== null && status >= 300 && status < 400)
    return {
      text: 'Give the flow the address that the redirect leads to, then send it again.',
      where: 'flow',
    };
  if (status !== null && status >= 400 && status < 500 && ![408, 425, 429].includes(status)) {
    const text =
      'Its answer below says what it did not accept. Mend that there and send it again; a change of the flow counts for new events only.';
    return { text, where: 'flow' };
  }
  return { text: 'Send it again once the destination is well.', where: null };
}
