import { type AnyContractRouter, isContractProcedure, minifyContractRouter } from '@orpc/contract';
import { apiContract } from './contract.ts';

/**
 * What a browser needs of the contract to call the API: method and path of every endpoint, by its name. A hundredth
 * of the contract itself, whose schemas are the server's affair; the page brings it along (components/api.ts).
 */
export function apiRoutes(): AnyContractRouter {
  return withoutWords(minifyContractRouter(apiContract));
}

/** Summaries and tags are for the OpenAPI page. */
function withoutWords(router: AnyContractRouter): AnyContractRouter {
  if (isContractProcedure(router)) {
    const { summary, description, tags, ...route } = router['~orpc'].route;
    return { '~orpc': { errorMap: {}, meta: {}, route } };
  }
  return Object.fromEntries(Object.entries(router).map(([name, part]) => [name, withoutWords(part)]));
}
