import { parseArgs } from 'node:util';
import { startCrm } from './crm/start-crm.ts';

const usage = `A stand-in CRM on 127.0.0.1 that keeps what it gets and fails when told to.

  npm run sandbox -- [--port N] [--ledger FILE]

  --port N       port to listen on (default 4010, or SANDBOX_CRM_PORT; 0 for any free one)
  --ledger FILE  also append each stored request to FILE, one JSON line each, synced before the answer

Then, with its address in place of http://127.0.0.1:4010:

  curl -X POST http://127.0.0.1:4010/records -d '{"name":"Ada"}'             store a record
  curl http://127.0.0.1:4010/received?limit=10                               what it got, newest last
  curl http://127.0.0.1:4010/received/count                                  how many
  curl -X DELETE http://127.0.0.1:4010/received                              forget them
  curl -X POST http://127.0.0.1:4010/behave -d '{"answer":429,"times":2,"retryAfter":3}'
  curl -X POST http://127.0.0.1:4010/behave -d '{"slow":2000,"probability":0.1,"seed":1}'
  curl -X POST http://127.0.0.1:4010/behave -d '[{"cut":"after-store","times":1},{"hang":true,"times":1}]'
  curl -X DELETE http://127.0.0.1:4010/behave                                behave well again
`;

const { values } = parseArgs({
  options: { port: { type: 'string' }, ledger: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  process.stdout.write(usage);
} else {
  const port = Number(values.port ?? process.env.SANDBOX_CRM_PORT ?? 4010);
  const crm = await startCrm({ port, ledgerFile: values.ledger });
  const stop = () => crm.close();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  console.log(
    `Stand-in CRM: POST ${crm.url}/records, look at ${crm.url}/, make it fail with POST /behave (--help).`,
  );
  console.log(`READY ${crm.port}`);
}
