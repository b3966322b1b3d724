import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8Encode } from "./bytes.js";

/** SHA-256 of the UTF-8 of a text, in lower-case hex. Throws as `utf8Encode` does. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8Encode(text)));
}

/** HMAC-SHA-256 of the UTF-8 of a text under a key, in lower-case hex. Throws as `utf8Encode` does. */
export function hmacSha256Hex(key: Uint8Array, text: string): string {
  return bytesToHex(hmac(sha256, key, utf8Encode(text)));
}
