/** Where a process that listens there reaches itself: an address that stands for all is its loopback. */
export function ownOrigin({ host, port }: { host: string; port: number }): string {
  const everywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]', '': '127.0.0.1' };
  const name = everywhere[host] ?? (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
  return `http://${name}:${port}`;
}
