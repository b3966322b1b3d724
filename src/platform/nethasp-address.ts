/**
 * Whether a manager can be asked at it: an IPv4 address, or a host's name of letters, digits, hyphens and underscores,
 * 253 characters long at most (included). A number with a leading zero is refused, for some read it as octal; so is a name
 * that ends in a number, which is an address gone wrong.
 *
 * @rule DG-03
 */
export function isIniAddress(text: string): boolean {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) {
    return text.split(".").every((part) => Number(part) <= 255 && String(Number(part)) === part);
  }
  const labels = text.split(".");
  return text.length <= 253 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? "");
}

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** Whether a name can stand in a list of managers: ASCII letters, digits, `.`, `_` and `-`, 64 characters at most (included). */
export function isManagerName(text: string): boolean {
  return /^[a-z0-9._-]{1,64}$/i.test(text);
}
