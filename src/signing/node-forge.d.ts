// The few functions of node-forge that `rsa.ts` uses. Its own types (@types/node-forge) would bring all of Node's along.
// Bytes are "binary strings": one character a byte.

interface ForgeBuffer {
  getBytes(): string;
  toHex(): string;
}

interface ForgeDigest {
  update(bytes: string): ForgeDigest;
  digest(): ForgeBuffer;
}

interface ForgeInteger {
  bitLength(): number;
  intValue(): number;
  toString(radix: 16): string;
}

interface ForgePublicKey {
  readonly n: ForgeInteger;
  readonly e: ForgeInteger;
  verify(digest: string, signature: string, scheme: object): boolean;
  encrypt(bytes: string, scheme: "RSA-OAEP", options: object): string;
}

interface ForgePrivateKey {
  readonly n: ForgeInteger;
  readonly e: ForgeInteger;
  readonly d: ForgeInteger;
  readonly p: ForgeInteger;
  readonly q: ForgeInteger;
  readonly dP: ForgeInteger;
  readonly dQ: ForgeInteger;
  readonly qInv: ForgeInteger;
  sign(digest: ForgeDigest, scheme: object): string;
  decrypt(bytes: string, scheme: "RSA-OAEP", options: object): string;
}

interface ForgeCipher {
  readonly output: ForgeBuffer;
  readonly mode: { readonly tag: ForgeBuffer };
  start(options: object): void;
  update(bytes: ForgeBuffer): void;
  finish(): boolean;
}

interface Forge {
  readonly random: { getBytes: (length: number) => string };
  readonly util: { createBuffer(bytes?: string): ForgeBuffer };
  readonly sha256: { create(): ForgeDigest };
  readonly mgf1: { create(digest: ForgeDigest): object };
  readonly pss: { create(options: object): object };
  readonly cipher: {
    createCipher(name: "AES-GCM", key: string): ForgeCipher;
    createDecipher(name: "AES-GCM", key: string): ForgeCipher;
  };
  readonly pem: { decode(text: string): readonly { readonly type: string; readonly body: string }[] };
  readonly asn1: { fromDer(bytes: ForgeBuffer): object };
  readonly pki: {
    publicKeyFromAsn1(value: object): ForgePublicKey;
    privateKeyFromAsn1(value: object): ForgePrivateKey;
  };
}

declare module "node-forge/lib/forge.js" {
  const forge: Forge;
  export default forge;
}
declare module "node-forge/lib/aes.js";
declare module "node-forge/lib/mgf1.js";
declare module "node-forge/lib/pem.js";
declare module "node-forge/lib/pss.js";
declare module "node-forge/lib/rsa.js";
declare module "node-forge/lib/sha256.js";
