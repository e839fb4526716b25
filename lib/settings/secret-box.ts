import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * What is done with SECRET_KEY: sealing credentials (AES-256-GCM, with the id of the key in front), and keyed hashes
 * of secrets that are only ever compared. Each use has a key of its own, derived from the one given.
 */
export type SecretBox = {
  /** Ciphertext of a secret; `context` (table and row) must be the same when it is opened. */
  seal: (plain: string, context: string) => Uint8Array<ArrayBuffer>;
  /** The secret back. Throws if the key, the context or a single bit differs. */
  open: (sealed: Uint8Array, context: string) => string;
  /** A keyed hash to store instead of a secret; the same secret and purpose give the same hash. */
  mac: (purpose: string, secret: string) => Uint8Array<ArrayBuffer>;
  /** Comparison in constant time. */
  same: (one: Uint8Array, other: Uint8Array) => boolean;
  /** Eight hexadecimal digits that name the key without telling it. */
  keyId: string;
  /** A secret for a library of its own (next-auth), derived for that purpose. */
  derived: (purpose: string) => string;
};

const format = 1;
const macsKept = 1_000;

/** A box for the key in SECRET_KEY (64 hexadecimal digits). */
export function openSecretBox(secretKey: string): SecretBox {
  const root = Buffer.from(secretKey, 'hex');
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', root, '', `heliograph ${purpose}`, 32));
  const sealingKey = derive('seal');
  const macKey = derive('mac');
  const keyId = derive('key id').subarray(0, 4);
  // The same few credentials come with every webhook, and preparing the key costs more than the rest of a check. What is
  // looked up is a hash, so how long that takes tells nothing of the secret.
  const macs = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    seal: (plain, context) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, iv).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Uint8Array.from(Buffer.concat([Buffer.of(format), keyId, iv, cipher.getAuthTag(), text]));
    },
    open: (sealed, context) => {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== format || !bytes.subarray(1, 5).equals(keyId))
        throw new Error('sealed with another key');
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(5, 17));
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(17, 33));
      return Buffer.concat([decipher.update(bytes.subarray(33)), decipher.final()]).toString('utf8');
    },
    mac: (purpose, secret) => {
      const name = hash('sha256', `${purpose}\0${secret}`);
      const known = macs.get(name);
      if (known) return known;
      const made = Uint8Array.from(
        createHmac('sha256', macKey).update(purpose).update('\0').update(secret).digest(),
      );
      if (macs.size >= macsKept) macs.clear();
      macs.set(name, made);
      return made;
    },
    same: (one, other) => one.length === other.length && timingSafeEqual(one, other),
    keyId: keyId.toString('hex'),
    derived: (purpose) => derive(purpose).toString('base64url'),
  };
}
