import { connect } from 'node:net';

/** What one request came to: its status and how long it took, in milliseconds. */
export type Exchange = { status: number; took: number };

/**
 * One keep-alive connection that sends one request after the other until `next` gives null. Plain sockets: a
 * full HTTP client would take more of the machine than the server that is being measured.
 */
export function runConnection(
  port: number,
  next: () => Buffer[] | null,
  done: (exchange: Exchange) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let answer = '';
    let began = 0;
    const send = () => {
      const parts = next();
      if (!parts) {
        resolve();
        return socket.destroy();
      }
      began = performance.now();
      socket.cork();
      for (const part of parts) socket.write(part);
      socket.uncork();
    };
    socket.setEncoding('latin1');
    socket.on('connect', send);
    socket.on('data', (chunk: string) => {
      answer += chunk;
      if (!isWhole(answer)) return;
      done({ status: Number(answer.slice(9, 12)), took: performance.now() - began });
      answer = '';
      send();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed a connection in the middle of the run.')));
  });
}

/** Whether all of an HTTP answer is there: as many bytes as it announced, or the last chunk. */
function isWhole(answer: string): boolean {
  const headEnd = answer.indexOf('\r\n\r\n');
  if (headEnd === -1) return false;
  const announced = /\r\ncontent-length: *(\d+)/i.exec(answer.slice(0, headEnd))?.[1];
  return announced === undefined
    ? answer.endsWith('\r\n0\r\n\r\n')
    : answer.length >= headEnd + 4 + Number(announced);
}
