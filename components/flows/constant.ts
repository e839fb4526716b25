import type { Json } from '#lib/json.ts';

/** How a fixed value is written, in the order of the list. */
export const constantTypes = ['text', 'number', 'boolean', 'json'] as const;
export type ConstantType = (typeof constantTypes)[number];
export const constantTypeWords: Record<ConstantType, string> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
  json: 'JSON',
};

type Written = { constantType: ConstantType; constantText: string };

/** A fixed value as the form shows it. */
export function writtenConstant(value: Json): Written {
  if (typeof value === 'string') return { constantType: 'text', constantText: value };
  if (typeof value === 'number') return { constantType: 'number', constantText: String(value) };
  if (typeof value === 'boolean') return { constantType: 'boolean', constantText: String(value) };
  return { constantType: 'json', constantText: JSON.stringify(value) };
}

/** The value that was typed, or what is wrong with it, in words. */
export function readConstant({ constantType, constantText }: Written): { value: Json } | { problem: string } {
  switch (constantType) {
    case 'text':
      return { value: constantText };
    case 'number':
      return readNumber(constantText.trim());
    case 'boolean':
      return { value: constantText === 'true' };
    case 'json':
      return readJson(constantText);
  }
}

function readNumber(text: string): { value: Json } | { problem: string } {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return { problem: 'Write a number, such as 12 or 0.5.' };
  // 00501 would lose its zeros, 12345678901234567890 its end: both are codes rather than numbers.
  const plain = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
  const few = text.replace(/\D/g, '').length <= 15;
  if (String(value) !== text && !(plain && few))
    return { problem: 'As a number it would change. Choose Text to keep it as it is.' };
  return { value };
}

function readJson(text: string): { value: Json } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: 'This is not JSON. Texts go in double quotes: {"name": "Ada"}.' };
  }
}
