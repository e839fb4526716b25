import { randomFrom } from '../day/random.ts';
import type { Change } from '../enerflo/state/change.ts';
import type { Clock } from '../shared/clock.ts';
import type { Seen } from './bodies/v1-install.ts';
import type { DesignChange } from './design-change.ts';
import type { Due } from './due.ts';
import type { Sender } from './sender.ts';
import type { Subscription, SubscriptionInput } from './subscription.ts';
import { subscriptionSchema } from './subscription.ts';
import { webhooksOf } from './webhooks-of.ts';

export type Webhooks = {
  subscribe: (input: SubscriptionInput) => Subscription;
  unsubscribe: (id: string) => boolean;
  subscriptions: () => Subscription[];
  /** Of designs, of which the state knows nothing. */
  tell: (change: DesignChange) => void;
  /** Sends at once what would follow later. */
  flush: () => void;
  /** Tells nothing any more. */
  close: () => void;
};

type Watched = Seen & { clock: Clock; on: (listener: (change: Change) => void) => () => void };

/** Sends webhooks for every change of the state, to whoever subscribes. With the same seed, the same ones. */
export function startWebhooks(state: Watched, sender: Sender, { seed = 1 } = {}): Webhooks {
  const random = randomFrom(seed).branch('webhooks');
  const planned = new Set<{ due: Due; at: number; cancel: () => void }>();
  let subscriptions: Subscription[] = [];
  let counted = 0;

  const send = (due: Due) => {
    for (const { url, version, events, installs } of subscriptions) {
      if (version !== due.version || (events && !events.includes(due.event))) continue;
      sender.send({
        to: url,
        type: `enerflo.${due.version}.${due.event}`,
        body: JSON.stringify(due.body({ installs, at: state.clock.now() })),
        lane: due.lane,
      });
    }
  };
  const tell = (change: Change | DesignChange) => {
    for (const due of webhooksOf({ seen: state, random }, change)) {
      const entry = { due, at: state.clock.now() + due.delay, cancel: () => {} };
      planned.add(entry);
      entry.cancel = state.clock.after(due.delay, () => {
        planned.delete(entry);
        send(due);
      });
    }
  };
  const off = state.on(tell);
  return {
    subscribe: (input) => {
      counted += 1;
      const subscription = { ...subscriptionSchema.parse(input), id: String(counted) };
      subscriptions.push(subscription);
      return subscription;
    },
    unsubscribe: (id) => {
      const before = subscriptions.length;
      subscriptions = subscriptions.filter((one) => one.id !== id);
      return subscriptions.length < before;
    },
    subscriptions: () => [...subscriptions],
    tell,
    flush: () => {
      for (const { due, cancel } of [...planned].sort((one, other) => one.at - other.at)) {
        cancel();
        send(due);
      }
      planned.clear();
    },
    close: () => {
      off();
      for (const { cancel } of planned) cancel();
      planned.clear();
    },
  };
}
