/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`, once; a start in a fresh clone need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Native and self-locating packages stay outside the bundle.
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', 'prom-client', 'rate-limiter-flexible'],
};
