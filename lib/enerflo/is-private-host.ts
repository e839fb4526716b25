/** Endings that only a network of one's own knows (RFC 2606, 6762, 8375, and what companies make up). */
const privateEndings = /\.(?:localhost|local|localdomain|lan|home|internal|intranet|corp|test|home\.arpa)$/;
/** As a URL writes them: loopback, private and link-local, IPv4 (RFC 1918, 3927) and IPv6 (RFC 4193, 4291). */
const privateV4 = /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/;
const privateV6 = /^\[(?:::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/;

/**
 * Whether a host (`hostname` of a URL) is this machine or lies in a network of one's own, by its name alone: a word
 * without a dot, a private ending, a private address. Asks no resolver.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return privateV6.test(host);
  return !host.includes('.') || privateEndings.test(host) || privateV4.test(host);
}
