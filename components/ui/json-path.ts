export type JsonPath = readonly (string | number)[];

/** A path as one writes it: `deal.files[0].name`; keys that are no plain names go in brackets and quotes. */
export function jsonPathText(path: JsonPath): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(part)) text += `[${JSON.stringify(part)}]`;
    else text += text ? `.${part}` : part;
  }
  return text;
}
