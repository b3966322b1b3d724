import {
  blsAlgorithm,
  err,
  hexToBytes,
  hmacSha256Hex,
  ok,
  toBase64url,
  utf8Encode,
  type Sealed,
} from "../../core/index.js";
import type { LicensePorts } from "../subject.js";

/**
 * A model of the keys that licenses take: keyed digests in place of RSA and BLS, with the same lengths where lengths count.
 * No cryptography (whoever can verify can sign), and therefore fast: for rules, not for licenses.
 */
export const modelPorts: LicensePorts = {
  sign: { alg: "PS256", kid: "model", sign: (bytes) => seal("vendor", bytes, 32) },
  verify: {
    alg: "PS256",
    verify: (bytes, signature, kid) => kid === "model" && equal(signature, seal("vendor", bytes, 32)),
  },
  foreignSign: { alg: "PS256", kid: "model", sign: (bytes) => seal("stranger", bytes, 32) },
  seal: { alg: "RSA-OAEP-256", enc: "A256GCM", kid: "model", seal: (text, header) => sealed("center", text, header) },
  open: { alg: "RSA-OAEP-256", enc: "A256GCM", open: (of, header) => opened("center", of, header) },
  foreignOpen: { alg: "RSA-OAEP-256", enc: "A256GCM", open: (of, header) => opened("stranger", of, header) },
  phoneSign: { alg: blsAlgorithm, kid: "", sign: (bytes) => seal("operator", bytes, 48) },
  phoneVerify: { alg: blsAlgorithm, verify: (bytes, signature) => equal(signature, seal("operator", bytes, 48)) },
  stretch: (secret, salt, { length }) =>
    seal("stretch", utf8Encode(`${toBase64url(secret)}.${toBase64url(salt)}`), length),
};

/** Bytes under a key of this name: as many as are wanted. */
function seal(key: string, bytes: Uint8Array, length: number): Uint8Array {
  const text = toBase64url(bytes);
  let hex = "";
  for (let block = 0; hex.length < 2 * length; block++) hex += hmacSha256Hex(utf8Encode(key), `${block}.${text}`);
  const all = hexToBytes(hex.slice(0, 2 * length));
  return all.ok ? all.value : new Uint8Array(length);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function sealed(key: string, text: Uint8Array, header: Uint8Array): Sealed {
  const ciphertext = mixed(text, seal(key, header, 32));
  const tag = seal(key, utf8Encode(`${toBase64url(header)}.${toBase64url(ciphertext)}`), 16);
  return { encryptedKey: seal(key, tag, 32), iv: seal(key, tag, 12), ciphertext, tag };
}

function opened(key: string, of: Sealed, header: Uint8Array) {
  const text = mixed(of.ciphertext, seal(key, header, 32));
  const again = sealed(key, text, header);
  const same = (["encryptedKey", "iv", "tag"] as const).every((part) => equal(of[part], again[part]));
  return same ? ok(text) : err({ code: "core/not-opened" } as const);
}

function mixed(bytes: Uint8Array, pad: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => byte ^ (pad[at % pad.length] ?? 0));
}
