import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { createPeople } from '../day/people.ts';
import { randomFrom } from '../day/random.ts';
import { isJsonObject, parsedJson } from '../shared/json.ts';
import { type Listening, listen } from '../shared/listen.ts';
import type { Sender } from '../webhooks/sender.ts';
import { cancellationReasons } from './cancellation-reasons.ts';
import { page } from './page.ts';
import { caseStatuses } from './records.ts';
import { createSunnovaState, type SunnovaState } from './sunnova-state.ts';

/** Where the webhooks go: `{to}/{webhook}`, an address each, with Basic credentials (Sunnova's webhook page). */
export const sunnovaTargetSchema = z.strictObject({
  to: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  username: z.string().min(1),
  password: z.string().min(1),
});
export type SunnovaTarget = z.infer<typeof sunnovaTargetSchema>;

export type StandInSunnova = Listening & {
  state: SunnovaState;
  /** From now on webhooks go there; null: nowhere. */
  tellTo: (target: SunnovaTarget | null) => void;
};

/**
 * Starts a stand-in Sunnova on 127.0.0.1: it sends the eight webhooks when something changes. Nobody is told
 * until `tellTo` or `POST /_stand-in/webhooks` says who.
 */
export async function startSunnova({
  port,
  sender,
  now = Date.now,
  seed = 1,
}: {
  port: number;
  sender: Sender;
  now?: () => number;
  seed?: number;
}): Promise<StandInSunnova> {
  let target: SunnovaTarget | null = null;
  const state = createSunnovaState({
    now,
    tell: ({ webhook, text: body, about }) => {
      if (!target) return;
      const credentials = Buffer.from(`${target.username}:${target.password}`).toString('base64');
      sender.send({
        to: `${target.to}/${webhook}`,
        type: `sunnova.${webhook}`,
        headers: { authorization: `Basic ${credentials}` },
        body,
        lane: `${webhook === 'cancellation-case' ? 'case' : 'sunnova'} ${about}`,
      });
    },
  });
  const random = randomFrom(seed).branch('sunnova by hand');
  const person = createPeople(random);

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://sandbox');
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (`${request.method} ${pathname}`) {
      case 'GET /':
        response.setHeader('content-type', 'text/html; charset=utf-8');
        return response.end(page(state, sender.counts()));
      case 'GET /_stand-in/webhooks':
        return answer(200, { to: target?.to ?? null, sent: sender.counts() });
      case 'POST /_stand-in/webhooks': {
        const given = sunnovaTargetSchema.safeParse(parsedJson(await text(request)));
        if (!given.success) return answer(422, { error: given.error.issues[0]?.message });
        target = given.data;
        return answer(200, { to: target.to });
      }
      case 'DELETE /_stand-in/webhooks':
        target = null;
        return answer(200, { to: null });
      case 'GET /_stand-in/leads':
        return answer(200, [...state.leads.values()]);
      case 'GET /_stand-in/projects':
        return answer(200, [...state.projects.values()]);
      case 'GET /_stand-in/cases':
        return answer(200, state.cases);
      case 'POST /_stand-in/projects': {
        // From lead to signed contract: three webhooks and a design.
        const more = { leadSource: 'Web-Sol', repName: 'Sam Agent', externalId: null, detail: null };
        const lead = state.assignLead(person(), more);
        state.runCredit(lead, { status: 'Passed', detail: null, declinedReason: null });
        state.completeDesign(lead);
        return answer(201, state.signContract(lead, 'Sam Agent'));
      }
      case 'POST /_stand-in/cases': {
        const given = parsedJson(await text(request));
        const project = state.projects.get(isJsonObject(given) ? String(given.projectId) : '');
        if (!project) return answer(404, { error: 'Give the projectId of one of /_stand-in/projects.' });
        return answer(201, state.openCase(project, random.pick(cancellationReasons)));
      }
      case 'PUT /_stand-in/cases': {
        const given = parsedJson(await text(request));
        const { projectId, status: named } = isJsonObject(given) ? given : {};
        const status = caseStatuses.find((each) => each === named);
        const one = state.cases.findLast((each) => each.projectId === projectId);
        if (!one || !status)
          return answer(404, {
            error: `Give the projectId of a case and one of ${caseStatuses.join(', ')}.`,
          });
        state.setCase(one, status);
        return answer(200, one);
      }
      default:
        return answer(404, { error: `Nothing at ${request.method} ${pathname}.` });
    }
  };
  const tellTo = (given: SunnovaTarget | null) => {
    target = given;
  };
  return { ...(await listen('Stand-in Sunnova', port, handle)), state, tellTo };
}
