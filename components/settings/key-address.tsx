/** The address of a sender that is known by the key in it, with the key left out. */
export function KeyAddress({ publicUrl, source }: { publicUrl: string; source: 'enerflo' | 'crm' }) {
  const setting = source === 'enerflo' ? 'ENERFLO_WEBHOOK_KEY' : 'CRM_WEBHOOK_KEY';
  return (
    <div className="flex flex-col gap-1 text-13">
      <code className="font-mono text-12 wrap-anywhere">
        {publicUrl}/api/webhooks/{source}/
        <mark className="rounded-sm bg-attention-soft px-1 whitespace-nowrap text-ink">key</mark>
      </code>
      <p className="text-12 text-ink-3">
        In place of <em className="not-italic font-medium">key</em> goes the secret key of this account (the
        server's setting {setting}). Treat the whole address like a password.
        {source === 'crm' &&
          ' Where the data does not name its event, add ?event= and the name, such as ?event=contact.updated.'}
      </p>
    </div>
  );
}
