import { type Crm, startCrm } from '../sandbox/crm/start-crm.ts';
import { createDayClock, type DayClock } from '../sandbox/day/day-clock.ts';
import { dayStart, headStart, startDay } from '../sandbox/day/start-day.ts';
import { type StandInEnerflo, startEnerflo } from '../sandbox/enerflo/start-enerflo.ts';
import { type StandInSunnova, startSunnova } from '../sandbox/sunnova/start-sunnova.ts';
import { answerSubscriptions } from '../sandbox/webhooks/answer-subscriptions.ts';
import { createSender, type Sender } from '../sandbox/webhooks/sender.ts';
import { startWebhooks } from '../sandbox/webhooks/start-webhooks.ts';
import { createAnswers } from './answers.ts';
import { freePort } from './free-port.ts';
import type { Options } from './options.ts';

export type StandIns = {
  crm: Crm;
  enerflo: StandInEnerflo;
  sunnova: StandInSunnova;
  sender: Sender;
  answers: ReturnType<typeof createAnswers>;
  clock: DayClock;
  /** Lets the day begin; the webhooks go to this console. */
  begin: (consoleUrl: string, keys: WebhookKeys) => void;
  /** Nothing more happens; settles when everything that did was sent. */
  end: () => Promise<void>;
};

export type WebhookKeys = {
  ENERFLO_WEBHOOK_KEY: string;
  SUNNOVA_WEBHOOK_USER: string;
  SUNNOVA_WEBHOOK_PASSWORD: string;
  CRM_WEBHOOK_KEY: string;
};

/** So many leads the dealer had before; most have an install. */
const leadsBefore = 140;

/**
 * Starts the stand-in vendors. Nothing happens at them before `begin`. What closes each is put into `closings` as soon
 * as it runs.
 */
export async function startStandIns(
  { ports, speed, seed }: Options,
  closings: (() => Promise<void>)[],
): Promise<StandIns> {
  const start = dayStart(speed);
  const clock = createDayClock({ from: start, ahead: headStart, speed });
  const answers = createAnswers();
  const sender = createSender({ onAnswer: answers.take });
  closings.push(async () => {
    clock.stop();
    sender.close();
  });
  const crm = await startCrm({ port: await freePort(ports.crm) });
  closings.push(crm.close);
  const sunnova = await startSunnova({ port: await freePort(ports.sunnova), sender, now: clock.now, seed });
  closings.push(sunnova.close);
  const enerflo = await startEnerflo({
    port: await freePort(ports.enerflo),
    clock,
    seed,
    leads: leadsBefore,
    // The day says when an agreement is approved.
    settings: { installDelaySeconds: null },
    extra: (request, response, pathname) =>
      answerSubscriptions({ webhooks, sender }, request, response, pathname),
  });
  closings.push(enerflo.close);
  const webhooks = startWebhooks(enerflo.state, sender, { seed });

  return {
    crm,
    enerflo,
    sunnova,
    sender,
    answers,
    clock,
    begin: (consoleUrl, keys) => {
      const to = `${consoleUrl}/api/webhooks`;
      for (const version of ['v1', 'v2'] as const)
        webhooks.subscribe({ url: `${to}/enerflo/${keys.ENERFLO_WEBHOOK_KEY}`, version });
      sunnova.tellTo({
        to: `${to}/sunnova`,
        username: keys.SUNNOVA_WEBHOOK_USER,
        password: keys.SUNNOVA_WEBHOOK_PASSWORD,
      });
      const tellCrm = (event: string, body: object) =>
        sender.send({
          to: `${to}/crm/${keys.CRM_WEBHOOK_KEY}?event=${event}`,
          type: `crm.${event}`,
          body: JSON.stringify({ ...body, at: new Date(clock.now()).toISOString() }),
        });
      startDay({
        clock,
        enerflo: enerflo.state,
        sunnova: sunnova.state,
        start,
        seed,
        tellDesign: webhooks.tell,
        tellCrm,
      });
    },
    end: async () => {
      clock.stop();
      webhooks.flush();
      await sender.idle();
    },
  };
}
