/** Sunnova's own names of its webhooks, as its page lists them, by the word in our address. */
const vendorNames: Record<string, string> = {
  'lead-assignment': 'Lead assignment notification',
  'lead-status': 'Lead status change',
  'credit-status': 'Contact credit status change',
  'contract-signed':
    'Contact signed contract (system, system project creation event and change order conversion)',
  'design-complete': 'Design as a Service completion',
  'change-order': 'Change order submission, rejection, and approval',
  'project-block': 'Project block status change',
  'cancellation-case': 'Cancellation case creation, status update, or voided action',
};

export type SunnovaWebhook = { name: string; url: string };

/** Each webhook by Sunnova's name with its address below `base` (`…/api/webhooks/sunnova`), in Sunnova's order. */
export function sunnovaWebhooks(base: string): SunnovaWebhook[] {
  return Object.entries(vendorNames).map(([word, name]) => ({ name, url: `${base}/${word}` }));
}

/**
 * The message to the Dealer Sales Manager that asks for the webhooks: with what Sunnova's page says it must have
 * (webhooks, environments, destination URLs) and the Basic user name; never the password.
 */
export function sunnovaRequest(account: {
  base: string;
  environment: 'production' | 'sandbox';
  username: string;
}): string {
  const webhooks = sunnovaWebhooks(account.base);
  const environment = account.environment === 'sandbox' ? 'Sandbox (test)' : 'Production';
  return `Hello,

please set up webhook subscriptions for our account.

1. Requested webhooks: all eight.
${webhooks.map(({ name }, index) => `   ${index + 1}) ${name}`).join('\n')}

2. Environment: ${environment}

3. Destination endpoint URLs, one for each webhook:
${webhooks.map(({ name, url }) => `   ${name}:\n   ${url}`).join('\n')}

Authentication: Basic authentication (a Base64 encoded Basic Authentication header), the same for all eight.
   User name: ${account.username}
   Password: I will send it to you separately.

Thank you.
`;
}
