import { isJsonObject, parsedJson } from '../../shared/json.ts';
import { settingsSchema } from '../settings.ts';
import type { Answer } from './answer.ts';
import { jsonAnswer } from './answer.ts';
import type { Standing } from './answer-api.ts';
import { listed } from './listed.ts';
import type { ReceivedList } from './received.ts';
import { rulesSchema } from './rule.ts';

type StandInRequest = { method: string; url: URL; body: string };

/** What a test or a person tells the stand-in itself, under `/_stand-in`; null where there is no such thing. */
export function answerStandIn(
  standing: Standing,
  received: ReceivedList,
  { method, url, body }: StandInRequest,
): Answer | null {
  const { rules, limiter, settings, state } = standing;
  switch (`${method} ${url.pathname}`) {
    case 'GET /_stand-in/received':
      return jsonAnswer(200, received.list(Number(url.searchParams.get('limit') ?? 1000)));
    case 'DELETE /_stand-in/received':
      received.clear();
      return jsonAnswer(200, []);
    case 'GET /_stand-in/limit':
      return jsonAnswer(200, { ...settings.limit, keys: limiter.report() });
    case 'DELETE /_stand-in/limit':
      limiter.reset();
      return jsonAnswer(200, { ...settings.limit, keys: [] });
    case 'GET /_stand-in/behave':
      return jsonAnswer(200, rules.show());
    case 'DELETE /_stand-in/behave':
      rules.reset();
      return jsonAnswer(200, []);
    case 'POST /_stand-in/behave': {
      const told = rulesSchema.safeParse(parsedJson(body));
      if (!told.success) return jsonAnswer(422, { error: told.error.issues[0]?.message });
      rules.add(told.data);
      return jsonAnswer(200, rules.show());
    }
    case 'GET /_stand-in/settings':
      return jsonAnswer(200, settings);
    case 'PUT /_stand-in/settings': {
      const told = parsedJson(body);
      const next = settingsSchema.safeParse({ ...settings, ...(isJsonObject(told) ? told : {}) });
      if (!next.success) return jsonAnswer(422, { error: next.error.issues[0]?.message });
      Object.assign(settings, next.data);
      return jsonAnswer(200, settings);
    }
    case 'POST /_stand-in/approve': {
      // Every deal that waits for its install gets it.
      const installs = state.waitingDeals().map((deal) => state.approveDeal(deal.id).id);
      return jsonAnswer(200, listed({ ...settings, lists: 'results' }, installs));
    }
    default:
      return null;
  }
}
