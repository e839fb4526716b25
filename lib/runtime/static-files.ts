import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';

const prefix = '/_next/static';
const folder = path.resolve('.next/static');

/**
 * Answers requests for the scripts and styles that the build made, as they were compressed then (Brotli or gzip, whichever
 * the browser takes): smaller than what could be compressed while somebody waits. Their names change with their
 * content, so browsers keep them. Gives false, and does nothing, for any other request.
 */
export function createStaticFiles(): (request: IncomingMessage, response: ServerResponse) => boolean {
  // Without a build there are none; Next.js says so when it starts.
  if (!existsSync(folder)) return () => false;
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: 365 * 24 * 60 * 60,
  });
  return (request, response) => {
    const { url = '' } = request;
    if (!url.startsWith(`${prefix}/`) || (request.method !== 'GET' && request.method !== 'HEAD'))
      return false;
    let found = true;
    request.url = url.slice(prefix.length);
    serve(request, response, () => {
      found = false;
    });
    request.url = url;
    return found;
  };
}
