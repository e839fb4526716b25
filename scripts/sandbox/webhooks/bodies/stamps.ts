/** Enerflo 1.0's dates: UTC without a zone (field facts 4.5). */
export function stamp(time: Date | null): string | null {
  return time === null ? null : time.toISOString().slice(0, 19).replace('T', ' ');
}

type Dated = { createdAt: Date; updatedAt: Date; deletedAt?: Date | null };

/** `timestamps{}` of a flat 1.0 body. */
export function timestamps({ createdAt, updatedAt, deletedAt = null }: Dated): object {
  return {
    deleted_at: stamp(deletedAt),
    created_at: stamp(createdAt),
    updated_at: stamp(updatedAt),
    timezone: 'UTC',
  };
}

/** `(480) 555-0134`, as 1.0 webhooks write ten digits. */
export function writtenPhone(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/\D/g, '').slice(-10);
  if (digits.length < 10) return phone;
  return `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;
}
