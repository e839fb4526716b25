import { parseArgs } from 'node:util';
import { startCrm } from './crm/start-crm.ts';
import { sandboxApiKey, startEnerflo } from './enerflo/start-enerflo.ts';
import { startSunnova } from './sunnova/start-sunnova.ts';
import { answerSubscriptions } from './webhooks/answer-subscriptions.ts';
import { createSender } from './webhooks/sender.ts';
import { startWebhooks } from './webhooks/start-webhooks.ts';

const usage = `A stand-in CRM, Enerflo and Sunnova on 127.0.0.1 that keep what they get and fail when told to.

  npm run sandbox -- [--port N] [--ledger FILE] [--enerflo-port N] [--sunnova-port N]

  --port N          port of the CRM (default 4010, or SANDBOX_CRM_PORT; 0 for any free one)
  --ledger FILE     also append each request that the CRM stores to FILE, one JSON line each, synced before the answer
  --enerflo-port N  port of Enerflo (default 4011, or SANDBOX_ENERFLO_PORT; any free one where --port is told)
  --sunnova-port N  port of Sunnova (default 4012, or SANDBOX_SUNNOVA_PORT; likewise)

The CRM, with its address in place of http://127.0.0.1:4010:

  curl -X POST http://127.0.0.1:4010/records -d '{"name":"Ada"}'             store a record
  curl http://127.0.0.1:4010/received?limit=10                               what it got, newest last
  curl http://127.0.0.1:4010/received/count                                  how many
  curl -X DELETE http://127.0.0.1:4010/received                              forget them
  curl -X POST http://127.0.0.1:4010/behave -d '{"answer":429,"times":2,"retryAfter":3}'
  curl -X POST http://127.0.0.1:4010/behave -d '{"slow":2000,"probability":0.1,"seed":1}'
  curl -X POST http://127.0.0.1:4010/behave -d '[{"cut":"after-store","times":1},{"hang":true,"times":1}]'
  curl -X DELETE http://127.0.0.1:4010/behave                                behave well again

Enerflo; its API key is ${sandboxApiKey}:

  curl -H 'api-key: ${sandboxApiKey}' http://127.0.0.1:4011/api/v3/installs?per_page=2
  curl http://127.0.0.1:4011/_stand-in/received?limit=10                     requests exactly as they came
  curl http://127.0.0.1:4011/_stand-in/limit                                 requests in the window now, and at most
  curl -X POST http://127.0.0.1:4011/_stand-in/approve                       installs of submitted deals appear
  curl -X PUT http://127.0.0.1:4011/_stand-in/settings -d '{"leadBody":"flat","leadPhone":"phone"}'
  curl -X POST http://127.0.0.1:4011/_stand-in/behave \\
    -d '{"method":"POST","path":"/api/v3/installs/*/notes","hang":"after-store","times":1}'
  curl -X POST http://127.0.0.1:4011/_stand-in/behave -d '{"path":"/api/v3/**","successFalse":true,"times":1}'
  curl -X DELETE http://127.0.0.1:4011/_stand-in/behave                      behave well again
  curl -X POST http://127.0.0.1:4011/_stand-in/webhooks -d '{"version":"v1","url":"http://localhost:3000/api/webhooks/enerflo/KEY"}'
  curl http://127.0.0.1:4011/_stand-in/webhooks                              to whom it tells changes, and what it sent

Sunnova; it tells its eight webhooks to whom you say:

  curl -X POST http://127.0.0.1:4012/_stand-in/webhooks \\
    -d '{"to":"http://localhost:3000/api/webhooks/sunnova","username":"USER","password":"PASSWORD"}'
  curl -X POST http://127.0.0.1:4012/_stand-in/projects                      a lead becomes a signed contract
  curl -X POST http://127.0.0.1:4012/_stand-in/cases -d '{"projectId":"…"}'  somebody wants to cancel it
  curl -X PUT http://127.0.0.1:4012/_stand-in/cases -d '{"projectId":"…","status":"Pending Partner Response"}'

All of it by itself, with a console: npm run demo.
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    ledger: { type: 'string' },
    'enerflo-port': { type: 'string' },
    'sunnova-port': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(usage);
} else {
  const port = Number(values.port ?? process.env.SANDBOX_CRM_PORT ?? 4010);
  const crm = await startCrm({ port, ledgerFile: values.ledger });
  // Several sandboxes run side by side in tests, each told the port of its CRM: only one can have the usual port.
  const usual = (port: number) => (values.port === undefined ? port : 0);
  const sender = createSender();
  const enerflo = await startEnerflo({
    port: Number(values['enerflo-port'] ?? process.env.SANDBOX_ENERFLO_PORT ?? usual(4011)),
    extra: (request, response, pathname) =>
      answerSubscriptions({ webhooks, sender }, request, response, pathname),
  });
  const webhooks = startWebhooks(enerflo.state, sender);
  const sunnova = await startSunnova({
    port: Number(values['sunnova-port'] ?? process.env.SANDBOX_SUNNOVA_PORT ?? usual(4012)),
    sender,
  });
  const stop = () => {
    webhooks.close();
    sender.close();
    return Promise.all([crm.close(), enerflo.close(), sunnova.close()]);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  console.log(
    `Stand-in CRM: POST ${crm.url}/records, look at ${crm.url}/, make it fail with POST /behave (--help).`,
  );
  console.log(
    `Stand-in Enerflo: ${enerflo.url}/api/…, key ${sandboxApiKey}, look at ${enerflo.url}/ (--help).`,
  );
  console.log(
    `Stand-in Sunnova: tell it whom to tell with POST /_stand-in/webhooks, look at ${sunnova.url}/ (--help).`,
  );
  console.log(`READY ${crm.port}`);
}
